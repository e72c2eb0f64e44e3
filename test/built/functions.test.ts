import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";

/** Reads what the build made: run `npm run build` first. */
const dist = join(__dirname, "../../dist");
const code = readFileSync(join(dist, "functions.js"), "utf8");
const metadata = JSON.parse(readFileSync(join(dist, "functions.json"), "utf8")) as Record<string, unknown> & {
  readonly functions: readonly { readonly id: string; readonly helpUrl: string }[];
};

type Implementation = (...values: unknown[]) => unknown[][];

/** A realm with the language and CustomFunctions, and nothing else: no window, no Office, no crypto. */
function load(): Map<string, Implementation> {
  const functions = new Map<string, Implementation>();
  class RuntimeError {
    constructor(
      readonly code: string,
      readonly message?: string,
    ) {}
  }
  const realm = createContext({
    CustomFunctions: {
      associate: (id: string, implementation: Implementation) => functions.set(id, implementation),
      Error: RuntimeError,
      ErrorCode: {
        invalidValue: "#VALUE!",
        notAvailable: "#N/A",
        divisionByZero: "#DIV/0!",
        invalidNumber: "#NUM!",
        nullReference: "#NULL!",
      },
    },
  });
  runInContext(code, realm);
  return functions;
}

test("functions.js loads in a bare realm, associates every function of functions.json, and answers", () => {
  const functions = load();
  expect([...functions.keys()].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
  // IM&T Section Manager at its lowest levels: 466 points (page 24 of the Information Technology profiles), band 7.
  const levels = [["4a", 6, 4, 4, 2, 1, 3, "4a", "4a", "4b", 1, 4, 1, "3a", 2, 1]];
  const answer = (id: string, ...values: unknown[]): unknown => JSON.parse(JSON.stringify(functions.get(id)?.(...values)));
  expect(answer("JEEVALUATE", levels, null, null)).toEqual([[466, "7", 1, 74]]);
  expect(answer("PROFILEMATCH", levels, null, null, null, null)).toEqual([["Profile match on levels: IM&T Section Manager (7)"]]);
});

test("functions.json lets error cells in, without custom data, and names a help page each", () => {
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
  expect(metadata).not.toHaveProperty("allowCustomDataForDataTypeAny");
  for (const { helpUrl } of metadata.functions) {
    const page = /\/(help\/[a-z]+\.html)$/.exec(new URL(helpUrl).pathname)?.[1];
    expect(readFileSync(join(dist, page ?? "no help page"), "utf8")).toContain("<h1>");
  }
});

test("functions.js is at most 60 kB gzipped", () => expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(60_000));

// Pay belongs to the pane: band 5's lowest pay of Agenda for Change 2025/26, and band 9's highest.
test("functions.js holds no pay", () => {
  for (const amount of ["31049", "125637"]) expect(code).not.toContain(amount);
});
