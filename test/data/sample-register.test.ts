import { nhsSample, njcSample, type SampleRegister } from "../../src/data/register/sample";
import { library, nhs, schemeNamed } from "../../src/data/library";
import type { Entry } from "../../src/domain/entry";
import { matcherOf, OUTCOMES } from "../../src/domain/profile/match";
import { compareJob } from "../../src/domain/profile/comparison";
import { makeBandTable, placeScore } from "../../src/domain/scheme/band";
import { chartOf, JobSheet, JobState } from "../../src/domain/scheme/chart";
import type { Scheme } from "../../src/domain/scheme/scheme";
import { NJC_PLANNED, PLANNED, UNFINISHED } from "./sample-plan";

/** A formula that makes an error is that error to whoever reads the cell. */
const shown = (cell: string | number | null): string | number | null => (cell === "=NA()" ? "#N/A" : cell);

const sheetOf = (scheme: Scheme, sample: SampleRegister): JobSheet =>
  new JobSheet<Entry>(
    chartOf(scheme),
    sample.jobs.map((job) => job.levels.map(shown)),
    (entry) => entry,
  );

const nhsSheet = sheetOf(nhs(), nhsSample);
const matcher = matcherOf(library.profiles);
const fits = matcher.bestFits(nhsSheet);
const indexOf = (id: string): number => nhsSample.jobs.findIndex((job) => job.id === id);

describe("the NHS sample register", () => {
  test.each(PLANNED)("%s: %d points, band %s, %s: %s", (id, score, band, outcome, profile, variations) => {
    const job = indexOf(id);
    expect(nhsSheet.states[job]).toBe(JobState.complete);
    expect(nhsSheet.scores[job]).toBe(score);
    const bands = nhs().bands;
    const place = bands && placeScore(bands, score);
    expect(place?.kind === "in" ? place.band.label : null).toBe(band);
    const found = compareJob(matcher, nhsSheet, job, fits.best[job] ?? -1);
    expect(found.outcome).toBe(outcome);
    expect(found.profile.id).toBe(profile);
    expect(found.factors.filter((factor) => factor.variation !== 0).map((factor) => [factor.factor.number, factor.variation])).toEqual(
      variations,
    );
  });

  test.each(UNFINISHED)("%s is %s", (id, state, faults, missing) => {
    const job = indexOf(id);
    expect(nhsSheet.states[job]).toBe(JobState[state]);
    const problem = nhsSheet.problem(job);
    expect(problem?.kind === "job-invalid" ? problem.faults.map(({ factor, fault }) => `${factor.number} ${fault.kind}`) : []).toEqual(
      faults,
    );
    expect(problem && "missing" in problem ? problem.missing.map((factor) => factor.number) : []).toEqual(missing);
  });

  test("every row is planned, at least forty are complete, and each kind of outcome is there", () => {
    const planned = [...PLANNED.map(([id]) => id), ...UNFINISHED.map(([id]) => id)].sort();
    expect(nhsSample.jobs.map((job) => job.id).sort()).toEqual(planned);
    expect(PLANNED.length).toBeGreaterThanOrEqual(40);
    expect(new Set(PLANNED.map(([, , , outcome]) => outcome))).toEqual(new Set(OUTCOMES));
    expect([...new Set(PLANNED.map(([, , band]) => band))].sort()).toEqual(
      ["1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", null].sort(),
    );
  });

  test.each([
    ["DD-110", "may not vary", 12],
    ["DD-129", "may not vary", 2],
    ["DD-138", "may not vary", 2],
  ])("%s fails because factor 12 or 2 %s", (id, _why, number) => {
    const job = indexOf(id);
    const found = compareJob(matcher, nhsSheet, job, fits.best[job] ?? -1);
    expect(found.factors.filter((factor) => factor.verdict === "fixed").map((factor) => factor.factor.number)).toEqual([number]);
  });

  test("DD-137 fails because its score leaves the profile's band", () => {
    const job = indexOf("DD-137");
    const found = compareJob(matcher, nhsSheet, job, fits.best[job] ?? -1);
    expect(found.reasons.filter((reason) => reason.kind !== "variation")).toEqual([
      expect.objectContaining({ kind: "outside-band", score: 476, inRange: false }),
    ]);
  });
});

describe("the NJC sample register", () => {
  const njc = schemeNamed("NJC");
  if (njc === undefined) throw new Error("no NJC scheme");
  const sheet = sheetOf(njc, njcSample);
  const grades = makeBandTable(
    njcSample.grades.map((grade, index) => ({ ...grade, row: index + 1 })),
    { id: "", source: "", place: "" },
  );

  test.each(NJC_PLANNED)("%s: %s points, grade %s", (id, score, grade) => {
    const job = njcSample.jobs.findIndex((candidate) => candidate.id === id);
    expect(sheet.states[job]).toBe(score === null ? JobState.incomplete : JobState.complete);
    if (score === null || !grades.ok) return;
    expect(sheet.scores[job]).toBe(score);
    const place = placeScore(grades.value, score);
    expect(place.kind === "in" ? place.band.label : null).toBe(grade);
  });

  test("its grade table is sound, covers 164 to 1,000 and says that it is illustrative", () => {
    expect(grades.ok).toBe(true);
    expect([njcSample.grades[0]?.from, njcSample.grades.at(-1)?.to]).toEqual([164, 1000]);
    expect(njcSample.gradesNote).toMatch(/^Illustrative/);
    expect(NJC_PLANNED.map(([id]) => id)).toEqual(njcSample.jobs.map((job) => job.id));
  });
});

describe.each([nhsSample, njcSample])("provenance of $id", (sample) => {
  test("it says that it is made up, and of an invented organisation", () => {
    expect(sample.source).toBe("made up");
    expect(sample.organisation).toMatch(/\(invented\)$/);
    expect(sample.note).toMatch(/made up/);
  });

  test("ids are unique, and each job has a cell for every factor's heading", () => {
    expect(new Set(sample.jobs.map((job) => job.id)).size).toBe(sample.jobs.length);
    expect(new Set(sample.headings).size).toBe(sample.headings.length);
    expect(sample.headings.length).toBe(schemeNamed(sample.scheme)?.factors.length);
    for (const job of sample.jobs) expect(job.levels.length).toBe(sample.headings.length);
  });

  test("headings are numbered as the scheme's factors", () => {
    expect(sample.headings.map((heading) => Number.parseInt(heading, 10))).toEqual(sample.headings.map((_, index) => index + 1));
  });
});
