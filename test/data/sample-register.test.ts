import { nhsSample, njcSample, type SampleRegister } from "../../src/data/register/sample";
import { library, nhs, schemeNamed } from "../../src/data/library";
import type { Entry } from "../../src/domain/entry";
import { matcherOf, OUTCOMES } from "../../src/domain/profile/match";
import { compareJob } from "../../src/domain/profile/comparison";
import { makeBandTable, placeScore } from "../../src/domain/scheme/band";
import { chartOf, JobSheet, JobState } from "../../src/domain/scheme/chart";
import type { Scheme } from "../../src/domain/scheme/scheme";

/**
 * What each made-up job must come to. Worked out apart from the code: points summed from the scoring chart (handbook, chapter
 * seven) and bands from chapter eight; then, for each of the eighteen profiles, the job's levels were compared with the levels
 * printed on the profile's page (Information Technology pages 3-34, professional manager pages 2-7).
 */
type Planned = readonly [
  id: string,
  score: number,
  band: string | null,
  outcome: (typeof OUTCOMES)[number],
  /** The profile matched, or the closest one where none matches. */
  profile: string,
  /** Factors outside that profile's range, and by how many levels. */
  variations: readonly (readonly [factor: number, levels: number])[],
];

const PLANNED: readonly Planned[] = [
  [
    "DD-101",
    119,
    "1",
    "No match",
    "it-operator-2",
    [
      [1, -1],
      [2, -1],
      [3, -1],
      [12, -1],
    ],
  ],
  ["DD-102", 199, "2", "Profile match", "it-operator-2", []],
  ["DD-103", 164, "2", "Profile match", "it-operator-2", []],
  [
    "DD-104",
    215,
    "2",
    "Band match",
    "it-operator-2",
    [
      [4, 1],
      [15, 1],
    ],
  ],
  ["DD-105", 230, "3", "Profile match", "it-analyst-technician-entry-3", []],
  ["DD-107", 242, "3", "Profile match", "it-analyst-technician-entry-3", []],
  ["DD-108", 243, "3", "Profile match", "it-operator-team-leader-3", []],
  ["DD-109", 237, "3", "Band match", "it-analyst-technician-entry-3", [[7, 1]]],
  ["DD-110", 249, "3", "No match", "it-operator-team-leader-3", [[12, 1]]],
  ["DD-111", 297, "4", "Profile match", "it-information-technician-4", []],
  ["DD-112", 262, "3", "Below band", "it-information-technician-4", []],
  ["DD-114", 311, "4", "Profile match", "it-analyst-technician-4", []],
  ["DD-116", 270, "3", "Below band", "it-analyst-technician-4", []],
  [
    "DD-117",
    312,
    "4",
    "Band match",
    "it-information-technician-4",
    [
      [8, 1],
      [11, 1],
      [13, 1],
      [14, -1],
    ],
  ],
  [
    "DD-118",
    315,
    "4",
    "Band match",
    "it-analyst-technician-4",
    [
      [1, 1],
      [4, 1],
      [5, -1],
      [14, 1],
      [15, 1],
    ],
  ],
  [
    "DD-119",
    311,
    "4",
    "No match",
    "it-analyst-technician-4",
    [
      [1, 1],
      [4, 1],
      [5, -1],
      [13, -1],
      [14, 1],
      [15, 1],
    ],
  ],
  ["DD-120", 355, "5", "Profile match", "it-information-analyst-5", []],
  ["DD-121", 329, "5", "Profile match", "it-information-analyst-5", []],
  ["DD-122", 356, "5", "Profile match", "it-analyst-technician-higher-5", []],
  [
    "DD-124",
    342,
    "5",
    "Band match",
    "it-information-analyst-5",
    [
      [4, 1],
      [10, -1],
      [11, -1],
    ],
  ],
  ["DD-126", 358, "5", "Profile match", "it-analyst-technician-higher-5", []],
  [
    "DD-128",
    371,
    "5",
    "Band match",
    "it-analyst-technician-higher-5",
    [
      [3, 1],
      [11, 1],
    ],
  ],
  ["DD-129", 302, "4", "No match", "it-analyst-technician-4", [[2, 1]]],
  ["DD-130", 441, "6", "Profile match", "it-information-analyst-specialist-6", []],
  ["DD-131", 414, "6", "Profile match", "it-information-analyst-specialist-6", []],
  ["DD-132", 434, "6", "Profile match", "it-analyst-specialist-6", []],
  ["DD-134", 435, "6", "Band match", "it-analyst-specialist-6", [[15, 1]]],
  ["DD-135", 445, "6", "Profile match", "it-analyst-specialist-6", []],
  [
    "DD-136",
    465,
    "6",
    "Band match",
    "it-analyst-specialist-6",
    [
      [3, 1],
      [15, 1],
    ],
  ],
  [
    "DD-137",
    476,
    "7",
    "No match",
    "it-information-analyst-specialist-6",
    [
      [3, 1],
      [14, 1],
    ],
  ],
  ["DD-138", 506, "7", "No match", "it-section-manager-7", [[2, 1]]],
  ["DD-139", 510, "7", "Profile match", "it-information-analyst-advanced-7", []],
  ["DD-140", 460, "6", "Below band", "it-information-analyst-advanced-7", []],
  ["DD-141", 489, "7", "Profile match", "it-section-manager-7", []],
  ["DD-142", 484, "7", "Profile match", "it-analyst-advanced-7", []],
  ["DD-143", 475, "7", "Profile match", "it-analyst-advanced-7", []],
  ["DD-144", 486, "7", "Band match", "it-section-manager-7", [[1, 1]]],
  [
    "DD-145",
    452,
    "6",
    "Band match",
    "it-information-analyst-specialist-6",
    [
      [4, 1],
      [11, -1],
      [15, 1],
    ],
  ],
  ["DD-146", 589, "8b", "Profile match", "it-information-analyst-principal-8a-8b", []],
  ["DD-147", 535, "7", "Below band", "it-information-analyst-principal-8a-8b", []],
  ["DD-148", 597, "8b", "Profile match", "it-consultant-8a-8b", []],
  ["DD-149", 575, "8a", "Profile match", "it-service-manager-8a-8c", []],
  ["DD-150", 557, "8a", "Profile match", "pm-8a-8b", []],
  ["DD-151", 639, "8c", "Band match", "it-service-manager-8a-8c", [[14, 1]]],
  ["DD-153", 651, "8c", "Profile match", "it-service-manager-8a-8c", []],
  ["DD-154", 660, "8c", "Profile match", "pm-8b-8c", []],
  ["DD-155", 704, "8d", "Profile match", "pm-8c-9", []],
  ["DD-156", 743, "9", "Profile match", "pm-8c-9", []],
  [
    "DD-157",
    725,
    "9",
    "No match",
    "it-service-manager-8a-8c",
    [
      [1, 1],
      [2, 1],
      [8, 1],
    ],
  ],
  [
    "DD-158",
    817,
    null,
    "No match",
    "pm-8c-9",
    [
      [4, 1],
      [6, -6],
      [7, 1],
      [8, 1],
      [9, 1],
      [10, 6],
      [12, 1],
      [14, 1],
    ],
  ],
];

/** Rows that are not complete: what each has, and which factors are at fault or missing. */
const UNFINISHED: readonly (readonly [id: string, state: keyof typeof JobState, faults: readonly string[], missing: readonly number[]])[] =
  [
    ["DD-106", "incomplete", [], [2]],
    ["DD-113", "invalid", ["10 error"], []],
    ["DD-115", "invalid", ["7 not-whole"], []],
    ["DD-123", "incomplete", [], [13, 14, 15, 16]],
    ["DD-125", "invalid", ["15 no-such-level"], []],
    ["DD-127", "invalid", ["5 range"], []],
    ["DD-133", "invalid", ["1 no-such-letter"], []],
    ["DD-152", "blank", [], []],
  ];

/** Points summed from the matrix at the end of the NJC scheme; grades by the sample's own illustrative table. */
const NJC_PLANNED: readonly (readonly [id: string, score: number | null, grade: string | null])[] = [
  ["CS-101", 253, "G1"],
  ["CS-102", 230, "G1"],
  ["CS-103", 295, "G2"],
  ["CS-104", 437, "G5"],
  ["CS-105", 413, "G5"],
  ["CS-106", 417, "G5"],
  ["CS-107", 413, "G5"],
  ["CS-108", 502, "G6"],
  ["CS-109", 575, "G7"],
  ["CS-110", 676, "G9"],
  ["CS-111", 781, "G11"],
  ["CS-112", null, null],
];

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
