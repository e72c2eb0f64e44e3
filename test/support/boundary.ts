import type { Person, Sex } from "../../src/domain/boundary/staff";
import { describe as sentence } from "../../src/domain/problem";
import type { Result } from "../../src/domain/result";
import { type Band, type BandTable, makeBandTable } from "../../src/domain/scheme/band";
import { nhs } from "./jobs";

export const nhsBands = nhs.bands!;

/** A table of labels and lowest scores; a third number is the band's highest score. */
export function bandsOf(...rows: readonly (readonly [string | number, number, number?])[]): BandTable {
  const table = makeBandTable(
    rows.map(([label, from, to], row) => ({ label, from, to: to ?? null, row: row + 1 })),
    { id: "", source: "", place: "" },
  );
  return value(table);
}

/** An old council's NJC grades by lowest score (Southampton, 2015, from a public copy; illustrative). The top one is open. */
export const councilGrades = bandsOf(
  ...[0, 269, 294, 331, 365, 407, 451, 484, 521, 560, 615, 676, 730].map((from, place): [string, number] => [`G${place + 1}`, from]),
);

export const shape = ({ bands }: BandTable): unknown[] => bands.map(({ label, from, to }: Band) => [label, from, to]);

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(sentence(result.problem));
  return result.value;
}

/** The sentence of a problem; what is no problem fails the test. */
export function problemOf(result: Result<unknown>): string {
  if (result.ok) throw new Error(`no problem: ${JSON.stringify(result.value)}`);
  return sentence(result.problem);
}

/** A person of a job, full time unless said otherwise. */
export function person(job: string, sex: Sex, pounds: number | null, more: Partial<Person> = {}): Person {
  return { job, sex, fte: 1, pay: pounds === null ? null : Math.round(pounds * 100), point: null, vacancy: false, traits: {}, ...more };
}
