import { libraryHeading, libraryRow } from "../domain/profile/library-range";
import { limitToSuites } from "../domain/profile/profile";
import { refuse } from "./answer";
import { libraryArgument, suiteArgument, textArgument } from "./cells";
import { namedPlace } from "./match-answer";

/**
 * Gives one profile, factor by factor.
 * @customfunction PROFILE
 * @helpurl help/profile.html
 * @param profile The profile: an id, or a title that only one profile has.
 * @param library Profiles instead of the built-in ones: a range as PROFILELIST gives it, or the edition id of a built-in suite.
 * @returns A heading row, then a row a factor: number, factor, levels, lowest points, highest points; the last row has the totals.
 * @remarks Errors: #VALUE! for an unknown profile or library, or a title that several profiles share, with their ids.
 * Source: National profiles for Information Technology (June 2024) and professional manager (November 2023).
 * @example =INDEX(JOB.PROFILE("it-section-manager-7"),18,4) → 466
 */
export function profile(profile: unknown[][], library?: unknown[][]): unknown[][] {
  const { scheme, profiles } = libraryArgument(library);
  const place = namedPlace({ scheme, profiles }, { scheme, profiles }, textArgument(profile, "profile"));
  if (typeof place !== "number") return refuse(place);
  const chosen = profiles[place];
  if (chosen === undefined) throw new RangeError(`no profile at place ${place}`);
  const rows = chosen.factors.map((factor, index) => {
    const { number, name } = scheme.factors[index] ?? { number: index + 1, name: "" };
    return [number, name, factor.text, factor.lowestPoints, factor.highestPoints];
  });
  return [["Number", "Factor", "Levels", "Lowest points", "Highest points"], ...rows, ["", "Total", "", chosen.lowest, chosen.highest]];
}

/**
 * Lists the profiles in the shape that the library arguments take.
 * @customfunction PROFILELIST
 * @helpurl help/profilelist.html
 * @param library Profiles instead of the built-in ones: a range as this function gives it, or the edition id of a built-in suite.
 * @param suite Limits the list to a suite, or to several in a range of names.
 * @returns A heading row, then a row a profile: scheme, id, title, suite, band, generic (the band below, where the generic provision applies), edition, lowest, highest, then the levels of each factor as text.
 * @remarks Errors: #VALUE! for an unknown library or suite, or naming the fault of a library's row.
 * Source: National profiles for Information Technology (June 2024) and professional manager (November 2023).
 * @example =INDEX(JOB.PROFILELIST(),2,2) → "it-operator-2"
 */
export function profilelist(library?: unknown[][], suite?: unknown[][]): unknown[][] {
  const whole = libraryArgument(library);
  const { scheme, profiles } = limitToSuites(whole, suiteArgument(suite, whole));
  return [[...libraryHeading(scheme)], ...profiles.map((listed) => [...libraryRow(scheme, listed)])];
}
