export const editionText = {
  title: "Editions in use",
  note: "Results in this workbook come from these published editions. The code is the start of each one's SHA-256.",
  hash: (hash: string): string => hash.slice(0, 12),
  source: (title: string, edition: string): string => `${title}, ${edition}`,
};
