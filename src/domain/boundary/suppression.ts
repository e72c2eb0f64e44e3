/** Counts from 1 up to this are never shown to other eyes. Ours; nobody stands behind a 0, so it is shown. */
export const SMALL_GROUP = 5;

/**
 * What of a table of counts other eyes may not see. The masks have a row and a column more than the counts: the totals, with the grand total in
 * the corner.
 */
export interface Suppression {
  readonly hidden: readonly (readonly boolean[])[];
}

/**
 * Hides the small counts of a table with totals, and as many others as it takes that no hidden one can be computed back from what is
 * printed. The cells of a table with totals are the edges of a graph between its rows and its columns, totals included; a hidden cell
 * can be computed back exactly where its edge is not on a cycle of hidden edges. So each small cell gets the cycle whose further cells are the fewest
 * people. Cells along a cycle could each be one more or one less, and every sum printed would still be right.
 *
 * Several tables of the same shape (before and after) are hidden alike: what is small in one is hidden in all, so that a total that they share does not
 * give one of them away. The same mask serves means and medians of the groups: a figure of a hidden count is hidden.
 * Source: complementary suppression in statistical disclosure control; method of cycles in the row-column graph.
 */
export function suppress(
  tables: readonly (readonly (readonly number[])[])[],
  small = SMALL_GROUP,
  alsoHidden: (row: number, column: number) => boolean = () => false,
): Suppression {
  const full = tables.map(withTotals);
  const [first] = full;
  if (first === undefined) return { hidden: [] };
  const [rows, columns] = [first.length, first[0]?.length ?? 0];
  const countsAt = (row: number, column: number): readonly number[] => full.map((table) => table[row]?.[column] ?? 0);
  const hidden = first.map((line, row) =>
    line.map((_, column) => alsoHidden(row, column) || countsAt(row, column).some((count) => count > 0 && count < small)),
  );
  /** What it costs to hide a cell besides: the people in it; one that is 0 in a table cannot move down, so it protects nothing. */
  const price = (row: number, column: number): number => {
    if (hidden[row]?.[column] === true) return 0;
    const counts = countsAt(row, column);
    return counts.some((count) => count === 0) ? Infinity : Math.max(...counts);
  };
  const primary = hidden.flatMap((line, row) => line.flatMap((is, column) => (is ? [{ row, column }] : [])));
  for (const { row, column } of primary)
    for (const step of cheapestWay(rows, columns, row, column, price)) hidden[step.row]![step.column] = true;
  return { hidden };
}

/** The counts with a column of row totals and a row of column totals. */
export function withTotals(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = counts.map((row) => [...row, sum(row)]);
  return [...rows, Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => sum(rows.map((row) => row[column]!)))];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The cheapest way from a cell's row to its column over other cells: Dijkstra over the rows and columns. All cells where there is none. */
function cheapestWay(
  rows: number,
  columns: number,
  row: number,
  column: number,
  price: (row: number, column: number) => number,
): readonly { readonly row: number; readonly column: number }[] {
  const nodes = rows + columns;
  const [start, goal] = [row, rows + column];
  const cost = new Float64Array(nodes).fill(Infinity);
  const from = new Int32Array(nodes).fill(-1);
  const done = new Uint8Array(nodes);
  cost[start] = 0;
  for (;;) {
    let node = -1;
    for (let each = 0; each < nodes; each++)
      if (done[each] === 0 && cost[each] !== Infinity && (node < 0 || cost[each]! < cost[node]!)) node = each;
    if (node < 0 || node === goal) break;
    done[node] = 1;
    const isRow = node < rows;
    for (let other = isRow ? rows : 0; other < (isRow ? nodes : rows); other++) {
      const cell = isRow ? { row: node, column: other - rows } : { row: other, column: node - rows };
      if (cell.row === row && cell.column === column) continue;
      // A little for each cell, so that of equal ways the shorter is taken.
      const total = cost[node]! + price(cell.row, cell.column) + 1e-6;
      if (total < cost[other]!) {
        cost[other] = total;
        from[other] = node;
      }
    }
  }
  if (cost[goal] === Infinity)
    return Array.from({ length: rows * columns }, (_, cell) => ({ row: Math.floor(cell / columns), column: cell % columns }));
  const way: { row: number; column: number }[] = [];
  for (let node = goal; node !== start; node = from[node]!) {
    const before = from[node]!;
    way.push(node < rows ? { row: node, column: before - rows } : { row: before, column: node - rows });
  }
  return way;
}

/** Nothing pay-related is shown of a job that one person holds: it would be that person's pay. */
export const mayShowPay = (holders: number, small = SMALL_GROUP): boolean => holders >= small;
