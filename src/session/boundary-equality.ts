import { type BoundaryTest, boundaryTest, shareOfWomen } from "../domain/boundary/bunching";
import type { RegisterCounts } from "../domain/boundary/count";
import { distribute } from "../domain/boundary/distribution";
import { type Movers, moveBetween } from "../domain/boundary/movement";
import type { Assumptions } from "../workbook/scenario-store";
import type { Picture } from "./boundary-picture";

export interface BandSexes {
  readonly label: string | number;
  /** null: the band is new. */
  readonly womenBefore: number | null;
  readonly menBefore: number | null;
  readonly women: number;
  readonly men: number;
  readonly share: number | null;
}

/** Women and men as counts alone tell of them. */
export interface SexPicture {
  readonly bands: readonly BandSexes[];
  readonly women: number;
  readonly men: number;
  readonly movers: { readonly women: Movers; readonly men: Movers };
  readonly tests: readonly BoundaryTest[];
}

/** null where nothing says who is a woman and who a man. */
export function sexPicture(
  counts: RegisterCounts,
  { before, after }: Picture,
  { near, large, mainly }: Pick<Assumptions, "near" | "large" | "mainly">,
): SexPicture | null {
  const { axis, sexes } = counts;
  const tests = boundaryTest(counts, after.bands, { points: near, large, mainly });
  if (sexes === null || !tests.ok) return null;
  const spread = (tally: typeof sexes.women) => ({
    before: distribute(axis, tally, before.bands),
    after: distribute(axis, tally, after.bands),
    movers: moveBetween(axis, tally, before.bands, after.bands, after.lineage).movers,
  });
  const [women, men] = [spread(sexes.women), spread(sexes.men)];
  return {
    bands: after.bands.bands.map(({ label }, place) => {
      const origin = after.lineage[place] ?? -1;
      const [nowWomen, nowMen] = [women.after.bands[place] ?? 0, men.after.bands[place] ?? 0];
      return {
        label,
        womenBefore: women.before.bands[origin] ?? null,
        menBefore: men.before.bands[origin] ?? null,
        women: nowWomen,
        men: nowMen,
        share: shareOfWomen(nowWomen, nowMen),
      };
    }),
    women: women.after.total,
    men: men.after.total,
    movers: { women: women.movers, men: men.movers },
    tests: tests.value,
  };
}
