import { referenceOf } from "../../session/boundary-group";
import { type Grouping, sharedTables, type SharedTable, type Shown } from "../../session/boundary-share";
import { countSexesInGroups } from "../../session/boundary-source";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import type { PlainSheet } from "../../workbook/plain-workbook";
import { boundaryText } from "../text/boundary";
import { payText } from "../text/pay";
import { shareText } from "../text/share";

/** A table of groups with small ones suppressed, ready to be printed. */
export interface SharedGroups {
  /** The characteristic; null: sex. */
  readonly column: string | null;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly hidden: number;
}

export interface SharedContents {
  readonly sheets: readonly PlainSheet[];
  /** null: there is no table of women and men, which is told. */
  readonly hidden: number | null;
}

/** Women and men, and the groups of the characteristic chosen, each where it is known. */
export function sharedGroups({ picture, counted }: ReadyBoundaries, state: BoundaryState): readonly SharedGroups[] {
  const { staff, characteristic } = state;
  const money = state.money !== null && state.money.after === picture.after ? state.money : null;
  const { axis, sexes } = staff.kind === "list" ? staff.counts : counted.counts;
  const bySex = (women: readonly number[], men: readonly number[]): Grouping => {
    const after = money?.equality.after;
    return {
      groups: [women, men],
      reference: 1,
      pays: after === undefined ? null : { bands: after.bands.map(pair), overall: pair(after.overall) },
    };
  };
  const sexLabels = [payText.women, payText.men];
  const groups = money?.groups ?? null;
  if (staff.kind !== "list" || characteristic === null || groups === null) {
    if (sexes === null) return [];
    const [table] = sharedTables({ axis, tallies: [sexes.women, sexes.men] }, [bySex([0], [1])], picture);
    return [printed(null, sexLabels, 1, table!)];
  }
  const { division, after } = groups;
  const reference = referenceOf(groups, state.reference);
  const sexAt = (sex: number): readonly number[] => division.labels.map((_, group) => 3 * group + sex);
  const byGroup = { groups: division.labels.map((_, group) => [0, 1, 2].map((sex) => 3 * group + sex)), reference, pays: after };
  const tables = sharedTables(countSexesInGroups(staff.staff, division), [bySex(sexAt(0), sexAt(1)), byGroup], picture);
  return [printed(null, sexLabels, 1, tables[0]!), printed(characteristic, division.labels, reference, tables[1]!)];
}

const pair = <T>({ women, men }: { readonly women: T; readonly men: T }): readonly T[] => [women, men];

function printed(column: string | null, labels: readonly string[], reference: number, { rows, hidden }: SharedTable): SharedGroups {
  const others = labels.flatMap((label, group) => (group === reference ? [] : [{ label, group }]));
  return {
    column,
    headings: [
      shareText.band,
      ...[...labels, shareText.all].map(shareText.before),
      ...[...labels, shareText.all].map(shareText.after),
      ...others.map(({ label }) => (column === null ? shareText.gap : shareText.gapOf(label, labels[reference] ?? ""))),
    ],
    rows: rows.map(({ label, before, after, gaps }) => [
      label,
      ...before.map(figure),
      ...after.map(figure),
      ...others.map(({ group }) => figure(rounded(gaps[group] ?? null))),
    ]),
    hidden,
  };
}

const figure = (shown: Shown): string | number => (shown === "suppressed" ? shareText.mark : (shown ?? shareText.unknown));
const rounded = (shown: Shown): Shown => (typeof shown === "number" ? Math.round(shown * 10) / 10 : shown);

/** What the trade union side gets to see of a scenario: nothing of single jobs, nothing of few people. */
export function sharedContents(ready: ReadyBoundaries, state: BoundaryState): SharedContents {
  const { picture, baseline } = ready;
  const { before, after, spread } = picture;
  const tables = sharedGroups(ready, state);
  const bands = after.bands.bands.map(({ label, from, to }, place): PlainSheet["rows"][number] => {
    const origin = after.lineage[place] ?? -1;
    const old = before.bands.bands[origin];
    return [
      String(label),
      old?.from ?? null,
      old?.to ?? null,
      from,
      to,
      spread.before.bands[origin] ?? null,
      spread.after.bands[place] ?? 0,
    ];
  });
  const gone = before.bands.bands.flatMap(({ label, from, to }, place): PlainSheet["rows"] =>
    after.lineage.includes(place) ? [] : [[boundaryText.gone(label), from, to, null, null, spread.before.bands[place] ?? 0, null]],
  );
  const about = [...shareText.about(state.shown.name), baseline.bands.id === "" ? boundaryText.own : boundaryText.nhs];
  return {
    sheets: [
      { name: shareText.sheets.about, rows: [[shareText.heading], ...about.map((line) => [line])], widths: [110] },
      { name: shareText.sheets.bands, rows: [shareText.bandHeadings, ...bands, ...gone], widths: [12, 14, 14, 14, 14, 12, 12] },
      ...tables.map(({ column, headings, rows }) => ({
        name: column === null ? shareText.sheets.people : shareText.sheets.groups,
        rows: [headings, ...rows],
        widths: headings.map(() => 14),
      })),
    ],
    hidden: tables.length === 0 ? null : tables.reduce((sum, { hidden }) => sum + hidden, 0),
  };
}
