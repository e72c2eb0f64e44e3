import { compareJob } from "../domain/profile/comparison";
import { matcherOf } from "../domain/profile/match";
import { bandLabel, limitToSuites } from "../domain/profile/profile";
import { describeReasons, describeVerdict } from "../domain/profile/reason";
import { answerJobs, refuse } from "./answer";
import { jobsArgument, libraryArgument, oneJobArgument, suiteArgument, textArgument, topArgument } from "./cells";
import { matchesOf, namedPlace, RESULT_COLUMNS, resultCells } from "./match-answer";

/**
 * What PROFILEMATCH gives.
 * @customenum {string}
 */
export enum MatchResult {
  /** One line: outcome, profile and band */
  summary = "summary",
  /** Profile match, Band match, Below band or No match */
  outcome = "outcome",
  /** Id of the profile matched */
  profile = "profile",
  /** Title of the profile matched */
  title = "title",
  /** Band or bands of the profile matched */
  profileband = "profileband",
  /** Id of the closest of all candidates, match or not */
  nearest = "nearest",
  /** The job's score in points */
  score = "score",
  /** The job's own band, by its score */
  band = "band",
  /** How many factors vary */
  variations = "variations",
  /** Every reason, in sentences */
  reasons = "reasons",
  /** A row: outcome, profile id, title, profile band, variations, score, job band, nearest, reasons */
  all = "all",
}

/**
 * Matches each job on its levels to the national profiles and gives the best match, or the match to one named profile.
 * @customfunction PROFILEMATCH
 * @helpurl help/profilematch.html
 * @param levels The factor levels: a row a job or a column a job, 16 levels each for the NHS profiles.
 * @param profile One profile for all jobs, or one a job: an id or a title that only one profile has. If omitted, the best of all.
 * @param result What to give: summary (if omitted), outcome, profile, title, profileband, nearest, score, band, variations, reasons or all.
 * @param library Profiles instead of the built-in ones: a range as PROFILELIST gives it, or the edition id of a built-in suite.
 * @param suite Limits the candidates to a suite, or to several in a range of names.
 * @returns For each job one cell, with all nine; "" for a job without any level. Best is the better outcome, then fewer variations, then the smaller distance, then the library's order.
 * @remarks Errors: #N/A names the factors that have no level yet. #VALUE! names each level that cannot be; an unknown profile, suite, library or result; or a title that several profiles share, with their ids. The band of a score in no band is #N/A.
 * Levels that fit are not yet a match: a panel first chooses within the occupational group and agrees that the job statement fits.
 * Source: National profiles for Information Technology (June 2024) and professional manager (November 2023); the match rule's figures are data of the scheme's edition.
 * @example =JOB.PROFILEMATCH({"4a",6,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1}) → "Profile match on levels: IM&T Section Manager (7)"
 * @example =JOB.PROFILEMATCH({"4a",5,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1},"it-section-manager-7","outcome") → "No match"
 */
export function profilematch(
  levels: unknown[][],
  profile?: unknown[][],
  result?: MatchResult,
  library?: unknown[][],
  suite?: unknown[][],
): unknown[][] {
  const kind = resultArgument(result);
  const whole = libraryArgument(library);
  const candidates = limitToSuites(whole, suiteArgument(suite, whole));
  const jobs = jobsArgument(levels, candidates.scheme);
  const matches = matchesOf(matcherOf(candidates), whole, jobs.sheet, profile);
  const cells = resultCells(matches, kind);
  return answerJobs(jobs, kind === MatchResult.all ? RESULT_COLUMNS.length : 1, cells);
}

function resultArgument(result: unknown): MatchResult {
  const text = textArgument(result, "result");
  const known = Object.values(MatchResult);
  if (text === null) return MatchResult.summary;
  return known.find((kind: string) => kind === text.toLowerCase()) ?? refuse({ kind: "unknown-result", found: text, known });
}

/**
 * Ranks the profiles by how closely one job's levels fit them.
 * @customfunction PROFILERANK
 * @helpurl help/profilerank.html
 * @param levels The factor levels of one job: a row or a column.
 * @param top How many profiles to give; 5 if omitted.
 * @param library Profiles instead of the built-in ones: a range as PROFILELIST gives it, or the edition id of a built-in suite.
 * @param suite Limits the candidates to a suite, or to several in a range of names.
 * @returns A heading row, then a row a profile, the closest first: rank, profile id, title, profile band, outcome, variations, distance, reasons. Profiles that fit equally well share a rank. "" for a job without any level.
 * @remarks Errors: as PROFILEMATCH; #VALUE! where several jobs are given, or where top is not a whole number from 1.
 * Source: as PROFILEMATCH.
 * @example =INDEX(JOB.PROFILERANK({"4a",6,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1},1),2,2) → "it-section-manager-7"
 */
export function profilerank(levels: unknown[][], top?: number, library?: unknown[][], suite?: unknown[][]): unknown[][] {
  const most = topArgument(top);
  const whole = libraryArgument(library);
  const matcher = matcherOf(limitToSuites(whole, suiteArgument(suite, whole)));
  const sheet = oneJobArgument(levels, matcher.library.scheme);
  if (sheet === null) return [[""]];
  const heading = ["Rank", "Profile", "Title", "Profile band", "Outcome", "Variations", "Distance", "Reasons"];
  const rows = matcher
    .ranking(sheet, 0)
    .slice(0, most)
    .map(({ place, rank }) => {
      const { profile, outcome, variations, distance, reasons } = compareJob(matcher, sheet, 0, place);
      return [rank, profile.id, profile.title, bandLabel(profile), outcome, variations, distance, describeReasons(reasons)];
    });
  return [heading, ...rows];
}

/**
 * Compares one job with one profile, factor by factor.
 * @customfunction PROFILECOMPARE
 * @helpurl help/profilecompare.html
 * @param levels The factor levels of one job: a row or a column.
 * @param profile The profile: an id, or a title that only one profile has.
 * @param library Profiles instead of the built-in ones: a range as PROFILELIST gives it, or the edition id of a built-in suite.
 * @returns A heading row, then a row a factor: number, factor, job level, profile levels, variation in levels (0 in range), verdict. "" for a job without any level.
 * @remarks Errors: as PROFILEMATCH; #VALUE! where several jobs or no profile are given.
 * Source: as PROFILEMATCH.
 * @example =INDEX(JOB.PROFILECOMPARE({"4a",5,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1},"it-section-manager-7"),3,5) → -1
 */
export function profilecompare(levels: unknown[][], profile: unknown[][], library?: unknown[][]): unknown[][] {
  const matcher = matcherOf(libraryArgument(library));
  const place = namedPlace(matcher.library, matcher.library, textArgument(profile, "profile"));
  const sheet = oneJobArgument(levels, matcher.library.scheme);
  if (typeof place !== "number") return refuse(place);
  if (sheet === null) return [[""]];
  const rows = compareJob(matcher, sheet, 0, place).factors.map((row) => {
    const job = row.letters === "" ? row.level : `${row.level}${row.letters}`;
    return [row.factor.number, row.factor.name, job, row.profile.text, row.variation, describeVerdict(row)];
  });
  return [["Number", "Factor", "Job level", "Profile levels", "Variation", "Verdict"], ...rows];
}
