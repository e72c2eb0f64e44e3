import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const kilobyte = 1000;

function gzipped(file: string): number {
  return gzipSync(readFileSync(`dist/${file}`)).length / kilobyte;
}

/** The scripts that the pane loads at once: those of the page, and the first chunks that its entry asks for. */
const chunks = readdirSync("dist").filter((file) => file.endsWith(".chunk.js"));

describe("sizes of what is shipped", () => {
  test("functions.js answers formulas from at most 60 kB", () => {
    expect(gzipped("functions.js")).toBeLessThanOrEqual(60);
  });

  test("the pane's first load takes at most 230 kB, even if every chunk belonged to it", () => {
    const first = ["functions.js", "taskpane.js", ...chunks.filter((file) => !laterViews().includes(file))];
    const total = first.reduce((sum, file) => sum + gzipped(file), 0);
    expect(total).toBeGreaterThan(50);
    expect(total).toBeLessThanOrEqual(230);
  });

  test("each further view takes at most 80 kB", () => {
    for (const file of laterViews()) expect([file, gzipped(file) <= 80]).toEqual([file, true]);
  });
});

/** Chunks named after a view (`view-job.chunk.js`) are loaded when it is opened. */
function laterViews(): string[] {
  return chunks.filter((file) => file.startsWith("view-"));
}

describe("office.js", () => {
  test.each(["office.js", "excel-web-16.00.js", "en-us/office_strings.js"])("%s is Microsoft's file, byte for byte", (file) => {
    const original = readFileSync(`node_modules/@microsoft/office-js/dist/${file}`);
    expect(readFileSync(`dist/${file}`).equals(original)).toBe(true);
  });

  test("is a script of its own, before the functions", () => {
    const page = readFileSync("dist/taskpane.html", "utf8");
    const scripts = [...page.matchAll(/<script[^>]*src="?([^">\s]+)/g)].map(([, source]) => source);
    expect(scripts).toEqual(["office.js", "functions.js", "taskpane.js"]);
  });
});
