/** What the parts of a file have in common. */
export const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
export const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
