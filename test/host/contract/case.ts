/**
 * One thing that the embedded workbook must do like Excel, seen through office.js. `observe` runs in the add-in's page, in
 * jsdom and in a browser, so it may use its arguments and nothing else.
 */
export interface ContractCase {
  readonly name: string;
  /** @param sheet the name of an empty worksheet of the case's own. */
  readonly observe: (excel: typeof Excel, sheet: string) => Promise<unknown>;
  /** What Excel does, by its documentation; what differs from it stands in differences.json. */
  readonly expected: unknown;
}
