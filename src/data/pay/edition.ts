import * as v from "valibot";
import { payFromPoints, payTable, type PayPoint, type PayTable, penceOf } from "../../domain/boundary/pay";
import { decode, hashesSchema } from "../decode";
import hashesJson from "../hashes.json";
import afcEnglandJson from "./afc-england-2025-26.json";

/** Where pay figures come from: the publisher's own table, or somebody who quotes it. */
export interface PaySource {
  readonly kind: "primary" | "secondary";
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  readonly place: string;
  readonly note: string;
}

/** One dated pay table. It belongs to the pane: the custom functions never import it. */
export interface PayEdition {
  readonly id: string;
  /** SHA-256 over its canonical JSON. */
  readonly hash: string;
  readonly scheme: string;
  readonly title: string;
  readonly country: string;
  readonly unit: string;
  readonly source: PaySource;
  readonly table: PayTable;
  readonly notes: readonly string[];
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const pounds = v.pipe(v.number(), v.minValue(0.01));

const schema = v.strictObject({
  id: text,
  scheme: v.picklist(["NHS", "NJC"]),
  title: text,
  country: text,
  effective: v.pipe(v.string(), v.isoDate()),
  unit: v.literal("pounds a year, full time"),
  source: v.strictObject({
    kind: v.picklist(["primary", "secondary"]),
    title: text,
    publisher: text,
    edition: text,
    place: text,
    note: text,
  }),
  bands: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({ label: text, entry: pounds, intermediate: v.nullable(pounds), top: pounds }),
        v.check(
          ({ entry, intermediate, top }) => entry <= (intermediate ?? entry) && (intermediate ?? entry) <= top,
          "pay falls within the band",
        ),
      ),
    ),
    v.nonEmpty(),
  ),
  notes: v.array(text),
});

/** Decodes a pay table. Throws, naming file and property: a fault in it is a bug of ours. */
export function decodePay(file: string, json: unknown): PayEdition {
  const { bands, effective, ...edition } = decode(file, schema, json);
  const table = payTable(
    bands.map(({ label, entry, intermediate, top }) => {
      const named: readonly (readonly [string, number | null])[] = [
        ["entry", entry],
        ["intermediate", intermediate],
        ["top", top === entry ? null : top],
      ];
      const points = named.flatMap(([name, pay]): PayPoint[] => (pay === null ? [] : [{ name, pay: penceOf(pay) }]));
      return payFromPoints(label, points, intermediate === null ? null : penceOf(intermediate));
    }),
    effective,
  );
  const hash = decode("hashes.json", hashesSchema, hashesJson)[edition.id];
  if (hash === undefined) throw new Error(`${file}: id: ${edition.id} has no hash in hashes.json`);
  return { ...edition, hash, table };
}

/** Agenda for Change in England from April 2025, from a secondary source, which it says. */
export const afcEngland2025 = decodePay("pay/afc-england-2025-26.json", afcEnglandJson);
