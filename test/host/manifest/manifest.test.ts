/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { readManifest } from "../../../src/host/manifest/manifest";

const text = readFileSync("manifest.xml", "utf8");

describe("the manifest as the embedded workbook reads it", () => {
  test("page, functions, namespace and the add-in's own tab", () => {
    const manifest = readManifest(text);
    expect(manifest.namespace).toBe("JOB");
    expect(manifest.pageUrl).toBe("https://localhost:3000/taskpane.html");
    expect(manifest.functionsUrl).toBe("https://localhost:3000/functions.json");
    expect(manifest.tabs.map(({ label }) => label)).toEqual(["Job Evaluation"]);
  });

  test("buttons with their actions and icons; the cell's menu", () => {
    const { tabs, cellMenu } = readManifest(text);
    const buttons = tabs.flatMap(({ groups }) => groups.flatMap((group) => group.buttons));
    const sample = buttons.find(({ id }) => id === "JobEvaluation.InsertSample");
    expect(sample).toMatchObject({ label: "Insert sample register", action: { kind: "execute", functionName: "insertSampleRegister" } });
    expect(sample?.icons.get(32)).toMatch(/-32\.png$/);
    expect(buttons.find(({ id }) => id === "JobEvaluation.ShowPane")?.action).toEqual({ kind: "showPane" });
    expect(cellMenu.map(({ action }) => action)).toEqual([{ kind: "showPane" }]);
  });

  test.each([
    ["not well-formed", text.slice(0, 500), /not well-formed/],
    ["without functions", text.replace('xsi:type="CustomFunctions"', 'xsi:type="Other"'), /no CustomFunctions/],
    ["naming a resource that it lacks", text.replace(' id="Page.Url"', ' id="Page.Gone"'), /"Page\.Url", which it does not hold/],
  ])("%s: refused with a sentence", (_, damaged, sentence) => {
    expect(() => readManifest(damaged)).toThrow(sentence);
  });
});
