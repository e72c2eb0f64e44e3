import words from "./heading.json";

/** What a register's column may hold, beside the factors' levels. */
export const columnNames = [
  "id",
  "title",
  "family",
  "department",
  "score",
  "band",
  "match",
  "profile",
  "status",
  "inForce",
  "headcount",
  "fte",
  "women",
  "men",
  "pay",
  "currentBand",
  "manager",
] as const;
export type ColumnName = (typeof columnNames)[number];

/** How people head their columns: the most telling words first. */
export const columnWords: Readonly<Record<ColumnName | "scheme", readonly string[]>> = words.columns;

/** Per edition of a scheme, a list a factor. */
export const factorWords: Readonly<Record<string, readonly (readonly string[])[]>> = words.factors;

/** Words that tell a column about a factor's level from the level itself. */
export const besideWords: ReadonlySet<string> = new Set(words.beside);

/** Words that stand before or after a factor's name and say nothing. */
export const levelWords: ReadonlySet<string> = new Set(words.beforeLevels);

/** Words that tell one of several levels of a factor from the others. */
export const whichWords: ReadonlySet<string> = new Set(words.which);
