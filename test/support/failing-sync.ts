import type { OfficePage } from "./office";

type Batch = Parameters<typeof Excel.run>[1];

/** Makes syncs of the page's batches fail, by their number over all batches, before anything of them is done; counts them all. */
export function failAtSync(page: OfficePage, code: string, ...failing: readonly number[]): { readonly syncs: () => number } {
  let count = 0;
  const run = (options: Excel.RunOptions, batch: Batch): Promise<unknown> =>
    page.Excel.run(options, (context) => {
      const sync = context.sync.bind(context);
      context.sync = <T>(value?: T) => {
        count += 1;
        if (failing.includes(count)) return Promise.reject(Object.assign(new Error(`sync ${count} failed`), { code }));
        return sync(value);
      };
      return batch(context);
    });
  Object.assign(globalThis, { Excel: { ...page.Excel, run } });
  return { syncs: () => count };
}

/** All that a workbook in memory holds. */
export const contentOf = ({ workbook, settings }: OfficePage): unknown => [
  workbook.sheets().map((sheet) => {
    const area = sheet.usedArea();
    return [sheet.name(), area === undefined ? [] : sheet.formulas(area)];
  }),
  workbook.tables().map((table) => [table.name(), table.area()]),
  [...settings],
  [...workbook.names()],
];
