import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { referenceFiles, readDeclarations } from "../../tools/function-reference.cjs";
import { declarationFiles, rewriteMetadata } from "../../tools/metadata-plugin.cjs";
import { evaluateFormula } from "../support/formula";

const root = join(__dirname, "../..");

/** The worksheet contract: whoever changes it sees the difference here. Rewrite the copy on purpose only. */
test("the function metadata is the expected copy", async () => {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(declarationFiles.map((file) => join(root, file)));
  expect(errors).toEqual([]);
  const rewritten: unknown = JSON.parse(rewriteMetadata(metadataJson, { baseUrl: "https://localhost:3000/" }));
  expect(rewritten).toEqual(JSON.parse(readFileSync(join(__dirname, "functions.json"), "utf8")));
});

describe("the metadata", () => {
  const metadata = JSON.parse(readFileSync(join(__dirname, "functions.json"), "utf8")) as {
    allowErrorForDataTypeAny?: boolean;
    allowCustomDataForDataTypeAny?: boolean;
    functions: {
      id: string;
      name: string;
      helpUrl: string;
      description: string;
      result: { dimensionality?: string };
      parameters: { name: string; type: string; dimensionality?: string; optional?: boolean; repeating?: boolean; description?: string }[];
    }[];
  };

  test("lets error cells in, and never together with custom data, which crashes Excel LTSC 2021", () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
    expect(metadata).not.toHaveProperty("allowCustomDataForDataTypeAny");
  });

  // Names, order and optional arguments of section "functions" of the design; later versions only append optional ones.
  test("has the functions and their arguments", () =>
    expect(
      metadata.functions.map(
        ({ id, parameters }) => `${id}(${parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)).join(", ")})`,
      ),
    ).toEqual([
      "JESCORE(levels, [scheme])",
      "JEPOINTS(levels, [scheme])",
      "JECHECK(levels, [scheme])",
      "JEEVALUATE(levels, [scheme], [bands])",
      "JEBAND(score, [bands])",
      "JEMARGIN(score, [bands])",
      "PROFILEMATCH(levels, [profile], [result], [library], [suite])",
      "PROFILERANK(levels, [top], [library], [suite])",
      "PROFILECOMPARE(levels, profile, [library])",
      "PROFILE(profile, [library])",
      "PROFILELIST([library], [suite])",
      "JEFACTORS([scheme])",
      "JEBANDTABLE([scheme])",
      "JEVERSION()",
      "JEDISTRIBUTION(scores, [bands], [weights])",
      "JEMOVES(scores, from_bands, to_bands, [weights])",
      "JESWEEP(scores, band, from, to, [bands], [weights])",
      "JENEAR(scores, points, [bands])",
      "JECOST(scores, bands, pay, [fte])",
    ]));

  test("has matrices of anything but for the single values, and a help page each", () => {
    const scalars: Partial<Record<string, string>> = {
      result: "string scalar",
      band: "any scalar",
      ...Object.fromEntries(["top", "points", "from", "to"].map((name) => [name, "number scalar"])),
    };
    for (const { id, name, helpUrl, description, result, parameters } of metadata.functions) {
      expect(name).toBe(id);
      expect(helpUrl).toBe(`https://localhost:3000/help/${id.toLowerCase()}.html`);
      expect(description.split("\n")).toHaveLength(1);
      expect(result.dimensionality).toBe("matrix");
      for (const parameter of parameters) {
        expect(parameter).not.toHaveProperty("repeating");
        expect(parameter.description).toBeTruthy();
        const kind = `${parameter.type} ${parameter.dimensionality ?? "scalar"}`;
        expect(kind).toBe(scalars[parameter.name] ?? "any matrix");
      }
    }
  });
});

test("the function reference is what the declarations say (node tools/function-reference.cjs rewrites it)", () => {
  for (const [path, text] of Object.entries(referenceFiles()))
    expect({ path, text: readFileSync(join(root, "docs", path), "utf8") }).toEqual({ path, text });
});

describe("every example of the reference", () => {
  const examples = readDeclarations().flatMap(({ id, examples: own }) => own.map(({ formula, result }) => [id, formula, result] as const));
  test.each(examples)("%s: %s gives %s", (_, formula, result) => {
    const expected = evaluateFormula(result);
    const found = evaluateFormula(formula);
    expect(found).toEqual(expected);
  });
});
