/**
 * An id that a sheet keeps for life, in files too: what add-ins remember of a sheet they remember by it. Excel's are GUIDs in
 * braces, and its files have them as the sheet's `xr:uid`.
 */
export function newSheetId(): string {
  return `{${crypto.randomUUID().toUpperCase()}}`;
}

export function isSheetId(text: string): boolean {
  return /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(text);
}
