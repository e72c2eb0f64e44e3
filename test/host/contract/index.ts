import type { ContractCase } from "./case";
import differences from "./differences.json";
import { rangeCases } from "./range";
import { ruleCases } from "./rule";
import { sheetCases } from "./sheet";
import { shiftCases } from "./shift";
import { tableCases } from "./table";

export const contractCases: readonly ContractCase[] = [...rangeCases, ...shiftCases, ...tableCases, ...ruleCases, ...sheetCases];

type Adapter = "memory" | "grid";

/** What an adapter shows where it differs from Excel, and why. A difference that is gone fails its test, so it cannot linger here. */
interface Difference {
  readonly case: string;
  readonly adapter: Adapter;
  readonly shows: unknown;
  readonly why: string;
}

export const knownDifferences = differences as readonly Difference[];

export function expectation(contractCase: ContractCase, adapter: Adapter): unknown {
  const known = knownDifferences.find((difference) => difference.case === contractCase.name && difference.adapter === adapter);
  return known ? known.shows : contractCase.expected;
}
