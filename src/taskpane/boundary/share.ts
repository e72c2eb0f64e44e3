import { sharedTable, type SharedTable, type Shown } from "../../session/boundary-share";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import type { PlainSheet } from "../../workbook/plain-workbook";
import { boundaryText } from "../text/boundary";
import { shareText } from "../text/share";

export interface SharedContents {
  readonly sheets: readonly PlainSheet[];
  /** null: there is no table of women and men, which is told. */
  readonly hidden: number | null;
}

/** What the trade union side gets to see of a scenario: nothing of single jobs, nothing of few people. */
export function sharedContents({ picture, counted, baseline }: ReadyBoundaries, { shown, staff, money }: BoundaryState): SharedContents {
  const counts = staff.kind === "list" ? staff.counts : counted.counts;
  const fits = money !== null && money.after === picture.after;
  const table = sharedTable(counts, picture, fits ? money : null);
  const { before, after, spread } = picture;
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
  const about = [...shareText.about(shown.name), baseline.bands.id === "" ? boundaryText.own : boundaryText.nhs];
  return {
    sheets: [
      { name: shareText.sheets.about, rows: [[shareText.heading], ...about.map((line) => [line])], widths: [110] },
      { name: shareText.sheets.bands, rows: [shareText.bandHeadings, ...bands], widths: [12, 14, 14, 14, 14, 12, 12] },
      ...(table === null ? [] : [{ name: shareText.sheets.people, rows: peopleRows(table), widths: [12, 14, 12, 12, 14, 12, 12, 22] }]),
    ],
    hidden: table?.hidden ?? null,
  };
}

const count = (figure: Shown): string | number => figure ?? shareText.mark;

const peopleRows = ({ rows }: SharedTable): PlainSheet["rows"] => [
  shareText.peopleHeadings,
  ...rows.map(({ label, before, after, gap }) => [
    label,
    ...before.map(count),
    ...after.map(count),
    gap === null ? shareText.unknown : Math.round(gap * 10) / 10,
  ]),
];
