import type { RegisterCounts } from "../../domain/boundary/count";
import { bunching } from "../../domain/boundary/bunching";
import type { BandTable } from "../../domain/scheme/band";
import type { SexPicture } from "../../session/boundary-equality";
import type { Money } from "../../session/boundary-money";
import type { Assumptions } from "../../workbook/scenario-store";
import { equalityText } from "../text/pay";

/** A table as the view shows it and a sheet has it. */
export interface WordTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Women and men in each band; the share of women is of both. */
export function sexTable({ bands }: SexPicture): WordTable {
  const { columns } = equalityText;
  return {
    caption: equalityText.tableCaption,
    headings: [columns.band, columns.womenBefore, columns.menBefore, columns.womenAfter, columns.menAfter, columns.share],
    rows: bands.map((band) => [
      String(band.label),
      band.womenBefore ?? "–",
      band.menBefore ?? "–",
      band.women,
      band.men,
      equalityText.share(band.share),
    ]),
  };
}

/** Who stands close to each boundary, and what the boundary test says. */
export function testTable({ tests }: SexPicture, assumptions: Assumptions): WordTable {
  const { boundary, below, above, flag } = equalityText.boundaryColumns;
  return {
    caption: equalityText.boundaryTested(assumptions),
    headings: [boundary, below, above, flag],
    rows: tests.map((test) => [
      equalityText.boundary(test.lower, test.upper, test.at),
      equalityText.pair(test.below.women, test.below.men),
      equalityText.pair(test.above.women, test.above.men),
      test.flagged ? equalityText.flagged : "",
    ]),
  };
}

/** The same where nothing says who is a woman and who a man. */
export function bunchingTable(counts: RegisterCounts, bands: BandTable, near: number): WordTable {
  const { boundary, below, above } = equalityText.bunchingColumns;
  return {
    caption: equalityText.bunchingCaption(near),
    headings: [boundary, below, above],
    rows: bunching(counts, bands, near).map((crowds) => [
      equalityText.boundary(crowds.lower, crowds.upper, crowds.at),
      crowds.below.headcount,
      crowds.above.headcount,
    ]),
  };
}

/** Mean and median pay gaps in each band and over all; large ones flagged, small groups named. */
export function gapTable({ equality: { before, after }, after: { bands, lineage } }: Money): WordTable {
  const { gapColumns: columns, gap, flags } = equalityText;
  const rows = bands.bands.map(({ label }, place) => {
    const [was, now] = [before.bands[lineage[place] ?? -1], after.bands[place]!];
    const notes = [
      ...(["mean", "median"] as const).flatMap((which) => (after.flags[which].large.includes(place) ? [flags[which]] : [])),
      ...(equalityText.isSmall(now.women.people, now.men.people) ? [equalityText.small] : []),
    ];
    return [String(label), gap(was?.gaps.mean ?? null), gap(now.gaps.mean), gap(now.gaps.median), notes.join(", ")];
  });
  const [was, now] = [before.overall.gaps, after.overall.gaps];
  return {
    caption: `${equalityText.gapCaption}. ${equalityText.gapNote}`,
    headings: [columns.band, columns.meanBefore, columns.meanAfter, columns.medianAfter, columns.flag],
    rows: [...rows, [equalityText.overall, gap(was.mean), gap(now.mean), gap(now.median), ""]],
  };
}
