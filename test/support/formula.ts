import "./custom-functions";
import * as banding from "../../src/functions/banding";
import * as boundary from "../../src/functions/boundary";
import * as matching from "../../src/functions/matching";
import * as profile from "../../src/functions/profile";
import * as reference from "../../src/functions/reference";
import * as scoring from "../../src/functions/scoring";
import { readDeclarations } from "../../tools/function-reference.cjs";

type Implementation = (...values: unknown[]) => unknown[][];

const implementations = new Map(
  [banding, boundary, matching, profile, reference, scoring].flatMap((module) =>
    Object.entries(module).flatMap(([name, value]): [string, Implementation][] =>
      typeof value === "function" ? [[name.toUpperCase(), value as Implementation]] : [],
    ),
  ),
);
const declarations = new Map(readDeclarations().map((declaration) => [declaration.id, declaration]));

/**
 * Calls a function as Excel does: every declared parameter gets a value, ranges are 2-D, what is omitted or one blank cell is null,
 * and an invocation object comes last.
 */
export function callFunction(id: string, values: readonly unknown[]): unknown[][] {
  const [declaration, implementation] = [declarations.get(id), implementations.get(id)];
  if (declaration === undefined || implementation === undefined) throw new Error(`no function ${id}`);
  if (values.length > declaration.parameters.length) throw new Error(`${id} takes ${declaration.parameters.length} arguments`);
  const sent = declaration.parameters.map((parameter, index) => {
    const value = values[index] ?? null;
    if (value === null || parameter.dimensionality !== "matrix" || Array.isArray(value)) return value;
    return [[value]];
  });
  return implementation(...sent, { functionName: id });
}

/** What a person sees: errors as `#N/A sentence`, where the whole function fails as one such text. */
export function seen(id: string, ...values: readonly unknown[]): unknown {
  try {
    return callFunction(id, values).map((row) => row.map(shown));
  } catch (error) {
    return shown(error);
  }
}

function shown(cell: unknown): unknown {
  if (cell instanceof CustomFunctions.Error) return cell.message === undefined ? cell.code : `${cell.code} ${cell.message}`;
  if (cell instanceof Error) throw cell;
  return cell;
}

/** Evaluates a formula of the reference: numbers, texts, array constants, INDEX, and the functions of the namespace JOB. */
export function evaluateFormula(formula: string): unknown {
  const reader = { text: formula.replace(/^=/, ""), at: 0 };
  const value = readValue(reader);
  if (reader.at !== reader.text.length) throw new Error(`${formula}: stray text at ${reader.at}`);
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader): unknown {
  const rest = reader.text.slice(reader.at);
  if (rest.startsWith("{")) return readArray(reader);
  const text = /^"((?:[^"]|"")*)"/.exec(rest);
  if (text !== null) {
    reader.at += text[0].length;
    return (text[1] ?? "").replace(/""/g, '"');
  }
  const number = /^-?\d+(\.\d+)?/.exec(rest);
  if (number !== null) {
    reader.at += number[0].length;
    return Number(number[0]);
  }
  const name = /^(INDEX|JOB\.[A-Z]+)\(/.exec(rest);
  if (name === null) throw new Error(`cannot read ${rest}`);
  reader.at += name[0].length;
  return called(name[1] ?? "", readList(reader, ")"));
}

function readArray(reader: Reader): unknown[][] {
  reader.at++;
  const rows: unknown[][] = [];
  do rows.push(readList(reader, ";}"));
  while (reader.text[reader.at - 1] === ";");
  return rows;
}

/** Values up to one of the closing signs, which is passed. */
function readList(reader: Reader, closing: string): unknown[] {
  const values: unknown[] = [];
  while (!closing.includes(reader.text[reader.at] ?? "")) {
    values.push(readValue(reader));
    if (reader.text[reader.at] === ",") reader.at++;
  }
  reader.at++;
  return values;
}

function called(name: string, values: readonly unknown[]): unknown {
  if (name === "INDEX") {
    const [grid, row, column] = values as [unknown[][], number, number];
    return grid[row - 1]?.[column - 1];
  }
  const result = callFunction(name.slice("JOB.".length), values);
  return result.length === 1 && result[0]?.length === 1 ? result[0][0] : result;
}
