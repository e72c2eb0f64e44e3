import type { Outcome } from "../../src/domain/profile/match";
import type { JobState } from "../../src/domain/scheme/chart";

/**
 * What each made-up job must come to. Worked out apart from the code: points summed from the scoring chart (handbook, chapter
 * seven) and bands from chapter eight; then, for each of the eighteen profiles, the job's levels were compared with the levels
 * printed on the profile's page (Information Technology pages 3-34, professional manager pages 2-7).
 */
export type Planned = readonly [
  id: string,
  score: number,
  band: string | null,
  outcome: Outcome,
  /** The profile matched, or the closest one where none matches. */
  profile: string,
  /** Factors outside that profile's range, and by how many levels. */
  variations: readonly (readonly [factor: number, levels: number])[],
];

export const PLANNED: readonly Planned[] = [
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
export const UNFINISHED: readonly (readonly [
  id: string,
  state: keyof typeof JobState,
  faults: readonly string[],
  missing: readonly number[],
])[] = [
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
export const NJC_PLANNED: readonly (readonly [id: string, score: number | null, grade: string | null])[] = [
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
