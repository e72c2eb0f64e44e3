import { escapeCellText } from "../xml";

/** What the parts of a file have in common. */
export const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
export const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A text; spaces at its ends are part of it. */
export function textXml(text: string): string {
  return `<t${/^\s|\s$/.test(text) ? ` xml:space="preserve"` : ""}>${escapeCellText(text)}</t>`;
}
