import * as v from "valibot";

/** Reads parsed JSON strictly: unknown and missing properties are refused, with the file and the property named. */
export function decode<Schema extends v.GenericSchema>(file: string, schema: Schema, json: unknown): v.InferOutput<Schema> {
  const reading = v.safeParse(schema, json);
  if (reading.success) return reading.output;
  const faults = reading.issues.map((issue) => `${v.getDotPath(issue) ?? "(whole file)"}: ${issue.message}`);
  throw new Error(`${file}: ${faults.join("; ")}`);
}

export const text = v.pipe(
  v.string(),
  v.check((value) => value !== "" && value.trim() === value, "is blank or has white space around it"),
);
const notes = v.optional(v.array(text), []);
const points = v.pipe(v.number(), v.integer(), v.minValue(0));

export const sourcesSchema = v.record(
  text,
  v.strictObject({ title: text, publisher: text, edition: text, date: v.nullable(text), note: text }),
);

const level = v.strictObject({ points, options: v.pipe(v.string(), v.regex(/^[a-z]*$/)) });

export const schemeSchema = v.strictObject({
  id: text,
  scheme: v.picklist(["NHS", "NJC"]),
  title: text,
  edition: text,
  source: text,
  place: text,
  groups: v.pipe(v.array(v.strictObject({ name: text, share: v.number(), place: text })), v.nonEmpty()),
  factors: v.pipe(
    v.array(
      v.strictObject({
        number: v.pipe(v.number(), v.integer()),
        name: text,
        group: text,
        share: v.optional(v.number()),
        place: text,
        levels: v.pipe(v.array(level), v.nonEmpty()),
        notes,
      }),
    ),
    v.nonEmpty(),
  ),
  bands: v.nullable(
    v.strictObject({ id: text, source: text, place: text, rows: v.array(v.strictObject({ label: text, from: points, to: points })) }),
  ),
  matchRule: v.nullable(
    v.strictObject({
      source: text,
      place: text,
      maxVariation: points,
      fixedFactors: v.array(points),
      maxVaryingFactors: points,
      notes: v.array(text),
    }),
  ),
  notes,
});

const printed = v.strictObject({ levels: v.exactOptional(v.nullable(text)), points: v.exactOptional(v.nullable(text)) });

export const suiteSchema = v.strictObject({
  id: text,
  scheme: v.picklist(["NHS", "NJC"]),
  suite: text,
  edition: text,
  source: text,
  profiles: v.array(
    v.strictObject({
      id: text,
      title: text,
      page: v.pipe(v.number(), v.integer(), v.minValue(1)),
      edition: v.exactOptional(text),
      bands: v.pipe(v.array(text), v.nonEmpty()),
      generic: v.nullable(text),
      score: v.strictObject({ lowest: points, highest: points }),
      factors: v.array(v.strictObject({ levels: text, points: text, printed: v.exactOptional(printed), note: v.exactOptional(text) })),
      notes,
    }),
  ),
});

export const hashesSchema = v.record(text, v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));
