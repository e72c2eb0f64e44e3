import { library } from "../../src/data/library";
import type { Entry } from "../../src/domain/entry";
import { chartOf, JobSheet } from "../../src/domain/scheme/chart";
import type { Profile } from "../../src/domain/profile/profile";
import type { Scheme } from "../../src/domain/scheme/scheme";

export const nhs = library.profiles.scheme;

export function njc(): Scheme {
  const scheme = library.schemes.find(({ name }) => name === "NJC");
  if (scheme === undefined) throw new Error("no NJC scheme");
  return scheme;
}

export const sheetOf = (jobs: readonly (readonly Entry[])[], scheme: Scheme = nhs): JobSheet =>
  new JobSheet(chartOf(scheme), jobs, (entry) => entry);

export function profileOf(id: string): Profile {
  const found = library.profiles.profiles.find((profile) => profile.id === id);
  if (found === undefined) throw new Error(`no profile ${id}`);
  return found;
}

/** The lowest or highest levels of a profile, as a job. */
export const endOf = (profile: Profile, end: "low" | "high"): number[] => profile.factors.map((factor) => factor[end]);

/** IM&T Section Manager (7) at its lowest levels, page 24: 466 points, the lowest score of band 7. */
export const sectionManager: readonly number[] = [4, 6, 4, 4, 2, 1, 3, 4, 4, 4, 1, 4, 1, 3, 2, 1];
