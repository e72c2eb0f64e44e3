import { type Area, fixedAddress } from "./address";

/** Cells as a formula names them, sheet included: `'Pay 2025'!$A$1:$D$13`. */
export const rangeName = (sheetName: string, area: Area): string => `'${sheetName.replace(/'/g, "''")}'!${fixedAddress(area)}`;

/** The sheet and the cells that such a name speaks of; Excel leaves the quotes out where it can. */
export function partsOfName(name: string): { readonly sheetName: string; readonly cells: string } {
  const [, quoted, plain = "", cells = ""] = /^=?(?:'(.*)'|([^'!]+))!(.*)$/.exec(name) ?? [];
  return { sheetName: quoted?.replace(/''/g, "'") ?? plain, cells };
}
