import { useMemo } from "react";
import { Subtitle2, Text } from "@fluentui/react-components";
import { type SexPicture, sexPicture } from "../../session/boundary-equality";
import type { Money } from "../../session/boundary-money";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { boundaryText } from "../text/boundary";
import { equalityText } from "../text/pay";
import { DataTable } from "./DataTable";
import { Disclosure } from "./Disclosure";
import { useBoundaryStyles } from "./style";
import { equalitySummary } from "./summary";

/** Women and men, a band and at each boundary, with a summary that is careful about small numbers. */
export function EqualitySection({ ready, state }: { readonly ready: ReadyBoundaries; readonly state: BoundaryState }) {
  const shared = useBoundaryStyles();
  const { staff, money, assumptions } = state;
  const counts = staff.kind === "list" ? staff.counts : ready.counted.counts;
  const { near, large, mainly } = assumptions;
  const sexes = useMemo(() => sexPicture(counts, ready.picture, { near, large, mainly }), [counts, ready.picture, near, large, mainly]);
  return (
    <section className={shared.section} aria-labelledby="boundary-equality">
      <Subtitle2 as="h2" id="boundary-equality" className={shared.heading}>
        {equalityText.title}
      </Subtitle2>
      {sexes === null ? (
        <Text className={shared.quiet}>{equalityText.needs}</Text>
      ) : (
        <Sexes sexes={sexes} money={money} assumptions={assumptions} />
      )}
    </section>
  );
}

interface SexesProps {
  readonly sexes: SexPicture;
  readonly money: Money | null;
  readonly assumptions: BoundaryState["assumptions"];
}

function Sexes({ sexes, money, assumptions }: SexesProps) {
  const shared = useBoundaryStyles();
  const { columns, boundaryColumns } = equalityText;
  const count = (value: number | null): string => (value === null ? "–" : boundaryText.count(value));
  return (
    <>
      <ul className={shared.bullets}>
        {equalitySummary(sexes, money).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Disclosure summary={equalityText.tableCaption}>
        {() => (
          <DataTable
            caption={equalityText.tableCaption}
            headings={[columns.band, columns.womenBefore, columns.menBefore, columns.womenAfter, columns.menAfter, columns.share]}
            rows={sexes.bands.map((band) => [
              String(band.label),
              count(band.womenBefore),
              count(band.menBefore),
              count(band.women),
              count(band.men),
              equalityText.share(band.share),
            ])}
          />
        )}
      </Disclosure>
      {money === null ? <Text className={shared.quiet}>{equalityText.needsPay}</Text> : <Gaps money={money} />}
      <Disclosure summary={equalityText.boundaryCaption(assumptions.near)}>
        {() => (
          <DataTable
            caption={equalityText.boundaryTested(assumptions)}
            headings={[boundaryColumns.boundary, boundaryColumns.below, boundaryColumns.above, boundaryColumns.flag]}
            words={[3]}
            rows={sexes.tests.map(({ lower, upper, at, below, above, flagged }) => [
              `${lower} / ${upper} (${at})`,
              equalityText.pair(below.women, below.men),
              equalityText.pair(above.women, above.men),
              flagged ? equalityText.flagged : "",
            ])}
          />
        )}
      </Disclosure>
    </>
  );
}

function Gaps({ money }: { readonly money: Money }) {
  const { before, after } = money.equality;
  const { gapColumns: columns, gap } = equalityText;
  const rows = money.after.bands.bands.map(({ label }, place) => {
    const [was, now] = [before.bands[money.after.lineage[place] ?? -1], after.bands[place]!];
    const notes = [
      ...(after.flags.mean.large.includes(place) ? [equalityText.flag] : []),
      ...(equalityText.isSmall(now.women.people, now.men.people) ? [equalityText.small] : []),
    ];
    return [String(label), gap(was?.gaps.mean ?? null), gap(now.gaps.mean), gap(now.gaps.median), notes.join(", ")];
  });
  const all = [equalityText.overall, gap(before.overall.gaps.mean), gap(after.overall.gaps.mean), gap(after.overall.gaps.median), ""];
  return (
    <Disclosure summary={equalityText.gapCaption}>
      {() => (
        <DataTable
          caption={equalityText.gapNote}
          headings={[columns.band, columns.meanBefore, columns.meanAfter, columns.medianAfter, columns.flag]}
          rows={[...rows, all]}
          words={[4]}
        />
      )}
    </Disclosure>
  );
}
