import { createHash } from "node:crypto";
import { dataFiles, decodeLibrary, library, schemeNamed, type DataFiles } from "../../src/data/library";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Keys sorted, no white space: written here a second time, apart from the tool. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Readonly<Record<string, Json>>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

test("each edition bears the SHA-256 of its canonical JSON", () => {
  const files = [...dataFiles.schemes, ...dataFiles.suites].map(({ json }) => json as Readonly<Record<string, Json>>);
  expect(library.editions.map(({ id, hash }) => [id, hash])).toEqual(
    files.map((json) => [json.id, createHash("sha256").update(canonical(json)).digest("hex")]),
  );
});

test("a figure never travels alone: editions, schemes, bands, rules and profiles all name where they come from", () => {
  for (const { source } of library.editions)
    expect([source.title, source.publisher, source.edition, source.note].every((text) => text !== "")).toBe(true);
  const sources = library.sources.map(({ id }) => id);
  for (const { source, place, factors, groups, bands, matchRule } of library.schemes) {
    for (const named of [source, bands?.source, matchRule?.source]) if (named !== undefined) expect(sources).toContain(named);
    for (const found of [place, bands?.place ?? "none", matchRule?.place ?? "none", ...[...factors, ...groups].map((part) => part.place)])
      expect(found).not.toBe("");
  }
  for (const { source, page, edition } of library.profiles.profiles) {
    expect(sources).toContain(source);
    expect(page).toBeGreaterThan(0);
    expect(edition).toMatch(/^[A-Z][a-z]+ 20\d\d$/);
  }
});

test("the match rule is data, with what is unconfirmed marked", () => {
  const rule = schemeNamed("NHS")?.matchRule;
  expect(rule).toMatchObject({ maxVariation: 1, fixedFactors: [2, 12], maxVaryingFactors: 5 });
  expect(rule?.notes.some((note) => note.startsWith("unconfirmed:"))).toBe(true);
  expect(schemeNamed("NJC")?.matchRule).toBeNull();
});

test("a scheme is found by name or edition id, whatever the case", () => {
  expect(["NHS", "nhs", " Nhs-7 ", "NJC", "njc-1", "Hay", ""].map((name) => schemeNamed(name)?.id)).toEqual([
    "nhs-7",
    "nhs-7",
    "nhs-7",
    "njc-1",
    "njc-1",
    undefined,
    undefined,
  ]);
});

describe("decoding is strict", () => {
  type Mutable = Record<string, unknown>;
  const copy = (): DataFiles => structuredClone(dataFiles);
  const scheme = (files: DataFiles): Mutable => files.schemes[0]?.json as Mutable;
  const suite = (files: DataFiles): Mutable => files.suites[0]?.json as Mutable;
  const profileOf = (files: DataFiles): Mutable => (suite(files).profiles as Mutable[])[2]!;

  test.each<[string, (files: DataFiles) => void]>([
    ["schemes/nhs/nhs-7.json: source: ", (files) => delete scheme(files).source],
    ["schemes/nhs/nhs-7.json: colour: ", (files) => (scheme(files).colour = "blue")],
    ["schemes/nhs/nhs-7.json: place: is blank or has white space around it", (files) => (scheme(files).place = " ")],
    ["schemes/nhs/nhs-7.json: source: nowhere is not in sources.json", (files) => (scheme(files).source = "nowhere")],
    ["schemes/nhs/nhs-7.json: factors.3.place: ", (files) => delete (scheme(files).factors as Mutable[])[3]?.place],
    [
      "schemes/nhs/nhs-7.json: factors.3.levels.0.points: ",
      (files) => (scheme(files).factors as { levels: Mutable[] }[])[3]!.levels.splice(0, 1, { points: 1.5, options: "" }),
    ],
    [
      "schemes/nhs/nhs-7.json: bands: Band table: a gap between band 1 (to 150) and band 2 (from 161).",
      (files) => ((scheme(files).bands as { rows: Mutable[] }).rows[0]!.to = 150),
    ],
    ["nhs-it-2024-06.json: profiles.2.page: ", (files) => delete profileOf(files).page],
    [
      "nhs-it-2024-06.json: profiles.2 (it-operator-team-leader-3): bands: 12 is not a band of the scheme",
      (files) => (profileOf(files).bands = ["12"]),
    ],
    ["nhs-it-2024-06.json: profiles.2 (it-operator-2): id: is that of another profile", (files) => (profileOf(files).id = "it-operator-2")],
    [
      "nhs-it-2024-06.json: profiles.2 (it-operator-team-leader-3): factors: 15 instead of 16",
      (files) => (profileOf(files).factors as unknown[]).pop(),
    ],
    [
      "nhs-it-2024-06.json: profiles.2 (it-operator-team-leader-3): factors.0.levels: 3d is not a reading",
      (files) => ((profileOf(files).factors as Mutable[])[0]!.levels = "3d"),
    ],
    ["nhs-it-2024-06.json: id: nhs-it-x has no hash in hashes.json", (files) => (suite(files).id = "nhs-it-x")],
    ["sources.json: njc-scheme.publisher: ", (files) => delete (files.sources.json as Record<string, Mutable>)["njc-scheme"]!.publisher],
  ])("%s", (expected, damage) => {
    const files = copy();
    damage(files);
    expect(() => decodeLibrary(files)).toThrow(expected);
  });
});
