import * as v from "valibot";
import type { Edit } from "../domain/boundary/scenario";
import type { FoundBoundaries } from "../domain/boundary/search";
import { type Outcome, run } from "./failure";
import type { KeptSource } from "./kept-source";

/** A what-if as it is kept in the workbook's settings. */
export interface SavedScenario {
  readonly id: string;
  /** The register's sheet. */
  readonly register: string;
  readonly name: string;
  readonly edits: readonly Edit[];
  /** The search that found it, and why each boundary came to sit where it does; null: made by hand. */
  readonly found: FoundBoundaries | null;
  /** Kept for a while, so that it can be brought back. */
  readonly deleted: boolean;
}

/** What a register's what-ifs are reckoned with, beside the register. Addresses only: pay and people stay in the cells. */
export interface SavedSources {
  readonly register: string;
  /** The dated sample that comes with the add-in, or cells of the workbook. */
  readonly pay: { readonly kind: "sample" } | ({ readonly kind: "range" } & KeptSource) | null;
  /** Where the staff list stands. */
  readonly staff: KeptSource | null;
  /** Heading of the staff list's column that groups are compared by, beside sex. */
  readonly characteristic: string | null;
  /** The group of that column that the others are compared with; null: the largest one stated. */
  readonly reference: string | null;
  readonly assumptions: Assumptions;
}

/** Choices of the employer, each with a default of ours; what was used is printed with every result. */
export type Assumptions = v.InferOutput<typeof assumptionsSchema>;

export interface SavedScenarios {
  readonly scenarios: readonly SavedScenario[];
  readonly sources: readonly SavedSources[];
}

const KEY = "jobEvaluation.scenarios";
/** 2: chosen cells have a name that follows them; before, they were known by their address alone. */
const VERSION = 2;

const label = v.union([v.string(), v.number()]);
const point = v.object({ name: label, pay: v.number() });
const edit = v.variant("kind", [
  v.object({ kind: v.literal("move"), band: label, from: v.number() }),
  v.object({ kind: v.literal("split"), band: label, at: v.number(), label }),
  v.object({ kind: v.literal("merge"), lower: label, upper: label, label }),
  v.object({ kind: v.literal("rename"), band: label, label }),
  v.object({ kind: v.literal("add"), label, from: v.number(), to: v.nullable(v.number()) }),
  v.object({
    kind: v.literal("re-price"),
    band: label,
    pay: v.variant("kind", [
      v.object({ kind: v.literal("range"), minimum: v.number(), middle: v.nullable(v.number()), maximum: v.number() }),
      v.object({ kind: v.literal("points"), points: v.tupleWithRest([point], point) }),
    ]),
  }),
]);

const neighbour = v.variant("kind", [
  v.object({ kind: v.literal("fixed") }),
  v.object({ kind: v.literal("shift") }),
  v.object({ kind: v.literal("width"), band: label }),
  v.object({ kind: v.literal("adds"), amount: v.number() }),
]);
const found = v.object({
  goal: v.variant("kind", [
    v.object({ kind: v.literal("cost"), at: v.picklist(["minimum", "middle", "maximum"]) }),
    v.object({ kind: v.literal("movers") }),
    v.object({ kind: v.literal("bunching"), points: v.number() }),
  ]),
  conditions: v.object({ shift: v.number(), width: v.number(), fixed: v.array(label) }),
  present: v.number(),
  best: v.number(),
  boundaries: v.array(v.object({ band: label, from: v.number(), to: v.number(), lower: neighbour, higher: neighbour })),
});

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const months = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));
const assumptionsSchema = v.object({
  rule: v.picklist(["at-or-above", "increase"]),
  /** Months of pay protection in full, then at half. */
  protection: months,
  taper: months,
  pensionPercent: v.nullable(share),
  insurancePercent: share,
  /** Pounds a year and person. */
  insuranceThreshold: v.pipe(v.number(), v.minValue(0)),
  vacancies: v.boolean(),
  years: v.picklist([1, 2, 3, 4, 5]),
  awardPercent: share,
  /** Months from the start of the year to the progression date; null: nobody moves up a point. */
  progressionMonth: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(11))),
  near: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** People, from which on a group at a boundary is large. */
  large: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 20),
  /** Per cent of one sex, from which on a group is mainly of it. */
  mainly: v.optional(v.pipe(v.number(), v.minValue(51), v.maxValue(100)), 70),
});

const byAddress = (address: string): KeptSource => ({ name: null, address, sheetId: null });
const source = v.object({ name: v.nullable(v.string()), address: v.string(), sheetId: v.nullable(v.string()) });
const paySource = v.union([
  v.object({ kind: v.literal("sample") }),
  v.object({ kind: v.literal("range"), ...source.entries }),
  v.pipe(
    v.object({ kind: v.literal("range"), name: v.string() }),
    v.transform(({ kind, name }) => ({ kind, ...byAddress(name) })),
  ),
]);

const savedSchema = v.object({
  version: v.picklist([1, VERSION]),
  scenarios: v.array(
    v.object({
      id: v.string(),
      register: v.string(),
      name: v.string(),
      edits: v.array(edit),
      found: v.optional(v.nullable(found), null),
      deleted: v.boolean(),
    }),
  ),
  sources: v.optional(
    v.array(
      v.object({
        register: v.string(),
        pay: v.nullable(paySource),
        staff: v.nullable(v.union([source, v.pipe(v.string(), v.transform(byAddress))])),
        characteristic: v.optional(v.nullable(v.string()), null),
        reference: v.optional(v.nullable(v.string()), null),
        assumptions: assumptionsSchema,
      }),
    ),
    [],
  ),
});

const NOTHING: SavedScenarios = { scenarios: [], sources: [] };

/** null: saved by a later version, or damaged; it is left alone. */
function readSaved(value: unknown): SavedScenarios | null {
  const reading = v.safeParse(savedSchema, value);
  return reading.success ? reading.output : null;
}

async function savedValue(context: Excel.RequestContext): Promise<SavedScenarios | null> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load("value");
  await context.sync();
  return setting.isNullObject ? NOTHING : readSaved(setting.value);
}

/** What is kept; nothing where this version cannot read it. */
export function loadScenarios(): Promise<Outcome<SavedScenarios>> {
  return run(async (context) => (await savedValue(context)) ?? NOTHING);
}

/** Changes what is kept, reading it first, so that what somebody else has saved since stays. What cannot be read is never overwritten. */
export function changeScenarios(change: (saved: SavedScenarios) => SavedScenarios): Promise<Outcome<void>> {
  return run(async (context) => {
    const saved = await savedValue(context);
    if (saved === null) throw Object.assign(new Error("The workbook's scenarios are of a later version."), { code: "LaterSettings" });
    context.workbook.settings.add(KEY, { version: VERSION, ...change(saved) });
    await context.sync();
  });
}
