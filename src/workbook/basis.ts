import { schemeNamed, schemeNames } from "../data/library";
import type { Entry } from "../domain/entry";
import type { Problem } from "../domain/problem";
import { bad, good, type Result } from "../domain/result";
import type { BandTable } from "../domain/scheme/band";
import { readBandTable } from "../domain/scheme/band-range";
import { readOwnChart } from "../domain/scheme/own-chart";
import type { Scheme } from "../domain/scheme/scheme";
import { findKept, type KeptPlace } from "./kept-range";
import { type KeptChart, OWN_SCHEME, type RegisterMapping } from "./mapping";

/** The first cell of a table; counted from 0 on its sheet. */
export interface TableCorner {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

/** A table in cells: where it stands, and what it was read as. */
export interface TableReading<T> {
  /** As a formula names it; null where its cells are gone. */
  readonly address: string | null;
  readonly corner: TableCorner | null;
  readonly reading: Result<T>;
}

/** What a register is judged by: its scheme, and the bands where it has its own. */
export interface Basis {
  readonly scheme: Result<Scheme>;
  readonly chart: TableReading<Scheme> | null;
  readonly grades: TableReading<BandTable> | null;
}

/** The bands in force: the register's own, else the scheme's; null where there are none, or none that can be read. */
export const bandsOf = ({ scheme, grades }: Basis): BandTable | null => {
  if (grades !== null) return grades.reading.ok ? grades.reading.value : null;
  return scheme.ok ? scheme.value.bands : null;
};

/** The scheme, where it can be read. */
export const schemeOf = ({ scheme }: Basis): Scheme | null => (scheme.ok ? scheme.value : null);

/** Sheets whose cells a register depends on beside its own. */
export const basisSheets = ({ chart, grades }: Basis): readonly string[] =>
  [chart, grades].flatMap((table) => table?.corner?.sheetId ?? []);

/** Reads what a register is judged by; costs no sync where that is a published edition alone. */
export async function readBasis(context: Excel.RequestContext, mapping: RegisterMapping): Promise<Basis> {
  const places = await findKept(context, [mapping.chart, mapping.bands]);
  const ranges = places.flatMap((place) => place?.range ?? []);
  for (const range of ranges) {
    range.load("values,rowIndex,columnIndex");
    range.worksheet.load("id,name");
  }
  if (ranges.length > 0) await context.sync();
  const [chartPlace = null, gradesPlace = null] = places;
  const grades = mapping.bands === null ? null : tableOf(gradesPlace, "grade table", readBandTable);
  const chart = mapping.chart === null ? null : tableOf(chartPlace, "points chart", (cells) => readChart(cells, chartPlace!.address));
  if (chart === null || mapping.chart === null) return { scheme: published(mapping), chart: null, grades };
  const scheme = chart.reading.ok ? agreedChart(chart.reading.value, mapping.chart) : chart.reading;
  // A scheme of one's own has the bands of its register.
  return { scheme: scheme.ok && grades?.reading.ok === true ? good(withBands(scheme.value, grades.reading.value)) : scheme, chart, grades };
}

function published({ scheme: name, factors }: RegisterMapping): Result<Scheme> {
  const scheme = name === OWN_SCHEME ? undefined : schemeNamed(name);
  return scheme?.factors.length === factors.length ? good(scheme) : bad({ kind: "unknown-scheme", found: name, known: schemeNames() });
}

function tableOf<T>(place: KeptPlace | null, what: string, read: (cells: readonly (readonly Entry[])[]) => Result<T>): TableReading<T> {
  if (place === null) return { address: null, corner: null, reading: bad({ kind: "cells-lost", what }) };
  const { rowIndex: row, columnIndex: column, worksheet } = place.range;
  return {
    address: place.address,
    corner: { sheetId: worksheet.id, sheetName: worksheet.name, row, column },
    reading: read(place.range.values as Entry[][]),
  };
}

const MOST_KNOWN = 20;
const charts = new Map<string, Result<Scheme>>();

/** A chart of the same cells is the same scheme, so that what was made ready for it serves again. */
export function readChart(cells: readonly (readonly Entry[])[], address: string): Result<Scheme> {
  const key = JSON.stringify([address, cells]);
  const known = charts.get(key);
  if (known !== undefined) return known;
  const reading = readOwnChart(cells);
  const chart = reading.ok ? good({ ...reading.value, place: address }) : reading;
  if (charts.size >= MOST_KNOWN) charts.clear();
  charts.set(key, chart);
  return chart;
}

const banded = new WeakMap<Scheme, Scheme>();

function withBands(scheme: Scheme, bands: BandTable): Scheme {
  const known = banded.get(scheme);
  if (known !== undefined && JSON.stringify(known.bands) === JSON.stringify(bands)) return known;
  const made = { ...scheme, bands };
  banded.set(scheme, made);
  return made;
}

/** The columns were agreed for these factors in this order. */
function agreedChart(scheme: Scheme, { factors }: KeptChart): Result<Scheme> {
  const fault = orderFault(scheme, factors);
  return fault === null ? good(scheme) : bad(fault);
}

function orderFault({ factors }: Scheme, agreed: readonly string[]): Problem | null {
  if (factors.length !== agreed.length) return { kind: "chart-factors", found: factors.length, expected: agreed.length };
  const odd = factors.find(({ name }, place) => name !== agreed[place]);
  return odd === undefined ? null : { kind: "chart-order", number: odd.number, found: odd.name, expected: agreed[odd.number - 1] ?? "" };
}
