import afcJson from "../../src/data/pay/afc-england-2025-26.json";
import { afcEngland2025, decodePay } from "../../src/data/pay/edition";
import { payOf } from "../../src/domain/boundary/pay";
import { nhsBands } from "../support/boundary";

/** Entry, intermediate and top in pounds, as quoted at nhstakehomepaycalculator.co.uk/guides/nhs-pay-bands-2025-26. */
const QUOTED = [
  ["1", 24465, null, 24465],
  ["2", 24465, null, 24465],
  ["3", 24937, null, 26598],
  ["4", 27485, null, 30162],
  ["5", 31049, 33487, 37796],
  ["6", 38682, 40823, 46580],
  ["7", 47810, 50273, 54710],
  ["8a", 55690, 58487, 62682],
  ["8b", 64455, 68631, 74896],
  ["8c", 76965, 81652, 88682],
  ["8d", 91342, 96941, 105337],
  ["9", 109179, 115763, 125637],
] as const;

test("Agenda for Change 2025/26 has the pay quoted, for every NHS band", () => {
  expect(QUOTED.map(([label]) => label)).toEqual(nhsBands.bands.map(({ label }) => label));
  for (const [label, entry, intermediate, top] of QUOTED) {
    const band = payOf(afcEngland2025.table, label);
    // Half way where there is no intermediate point: band 3 (24,937 + 26,598) / 2 = 25,767.50.
    const middle = intermediate ?? (entry + top) / 2;
    expect(band).toMatchObject({ minimum: entry * 100, middle: middle * 100, maximum: top * 100 });
    expect(band?.points?.map(({ pay }) => pay / 100)).toEqual([...new Set([entry, intermediate ?? entry, top])]);
  }
});

test("it says when it holds and that it is from a secondary source", () => {
  const { table, source, title, notes } = afcEngland2025;
  expect(table.effective).toBe("2025-04-01");
  expect(source.kind).toBe("secondary");
  expect(source.note).toMatch(/^From a secondary source, not compared/);
  expect([title, source.title, source.publisher, source.edition, source.place, ...notes].every((each) => each !== "")).toBe(true);
});

describe("decoding is strict", () => {
  type Json = Record<string, unknown> & { bands: Record<string, unknown>[]; source: Record<string, unknown> };
  test.each<[string, (json: Json) => unknown]>([
    ["effective: ", (json) => (json["effective"] = "April 2025")],
    ["unit: ", (json) => (json["unit"] = "pence")],
    ["source.kind: ", (json) => delete json.source["kind"]],
    ["source.note: ", (json) => (json.source["note"] = " ")],
    ["bands.4.top: ", (json) => (json.bands[4]!["top"] = "37796")],
    ["bands.4: pay falls within the band", (json) => (json.bands[4]!["intermediate"] = 40000)],
    ["colour: ", (json) => (json["colour"] = "blue")],
  ])("names file and property: %s", (message, change) => {
    const json = structuredClone(afcJson) as unknown as Json;
    change(json);
    expect(() => decodePay("pay/test.json", json)).toThrow(`pay/test.json: ${message}`);
  });
});
