import { costTable, type TableCost } from "../domain/boundary/cost";
import { countRegisterInSteps, type RegisterCounts } from "../domain/boundary/count";
import { type Distribution, distribute } from "../domain/boundary/distribution";
import { type Movement, moveBetween } from "../domain/boundary/movement";
import { jobsByScoreInSteps, type MoverRun, moverRuns } from "../domain/boundary/mover";
import type { ScenarioStructure, Structure } from "../domain/boundary/scenario";
import { atOnce, type Steps } from "../domain/steps";
import type { ScoredJobs } from "../workbook/scored-jobs";

/** A register counted once: what every picture of it is made from. */
export interface CountedJobs {
  readonly jobs: ScoredJobs;
  readonly counts: RegisterCounts;
  /** The jobs with a score, in order of their scores. */
  readonly order: Int32Array;
}

export const countJobs = (jobs: ScoredJobs): CountedJobs => atOnce(countJobsInSteps(jobs));

export function* countJobsInSteps(jobs: ScoredJobs): Steps<CountedJobs> {
  const { scores, blanks, weights } = jobs;
  const left = new Set(blanks);
  const counted = (column: Float64Array | null): Float64Array | null =>
    column === null || left.size === 0 ? column : column.filter((_, job) => !left.has(job));
  const columns = {
    headcount: counted(weights.headcount),
    fte: counted(weights.fte),
    women: counted(weights.women),
    men: counted(weights.men),
  };
  const counts = yield* countRegisterInSteps({ scores: counted(scores) ?? scores, ...columns });
  return { jobs, counts, order: yield* jobsByScoreInSteps(scores) };
}

/** All of a scenario that follows from counts: cheap enough for every frame of a drag. */
export interface Picture {
  readonly before: Structure;
  readonly after: ScenarioStructure;
  readonly jobs: Movement;
  readonly headcount: Movement;
  readonly spread: { readonly before: Distribution; readonly after: Distribution };
  readonly people: { readonly before: Distribution; readonly after: Distribution };
  readonly movers: readonly MoverRun[];
  /** At the fixed points of the pay ranges; null without a pay table. */
  readonly cost: { readonly before: TableCost; readonly after: TableCost } | null;
}

export function pictureOf({ jobs, counts, order }: CountedJobs, before: Structure, after: ScenarioStructure): Picture {
  const { axis, jobs: tally, headcount } = counts;
  const move = (each: typeof tally): Movement => moveBetween(axis, each, before.bands, after.bands, after.lineage);
  const both = (each: typeof tally): Picture["spread"] => ({
    before: distribute(axis, each, before.bands),
    after: distribute(axis, each, after.bands),
  });
  return {
    before,
    after,
    jobs: move(tally),
    headcount: move(headcount),
    spread: both(tally),
    people: both(headcount),
    cost:
      before.pay === null
        ? null
        : {
            before: costTable(counts, before.bands, before.pay),
            after: costTable(counts, after.bands, after.pay ?? before.pay),
          },
    movers: moverRuns({ axis, order, scores: jobs.scores }, before.bands, after.bands, after.lineage),
  };
}
