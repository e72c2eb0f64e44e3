import { show } from "../../entry";
import { type FactorName, factorTitle } from "../../scheme/scheme";

/** What may be doubtful about a table that has a row a profile, and about its headings. */
export type ColumnMatter =
  | { readonly kind: "turned" }
  | { readonly kind: "above-headings"; readonly lines: readonly number[] }
  | {
      readonly kind: "columns-missing";
      readonly factors: readonly FactorName[];
      readonly of: number;
      readonly unread: readonly string[];
      readonly scheme: string;
    }
  | { readonly kind: "columns-unread"; readonly columns: readonly string[] }
  | { readonly kind: "column-twice"; readonly columns: readonly [string, string]; readonly same: boolean }
  | { readonly kind: "columns-alike"; readonly by: "place" | "number" | "alike"; readonly columns: readonly string[] }
  | { readonly kind: "rows-without-levels"; readonly rows: readonly { readonly line: number; readonly text: string }[] }
  | { readonly kind: "rows-scheme"; readonly found: string; readonly scheme: string }
  | { readonly kind: "row-scheme"; readonly found: string; readonly scheme: string }
  | { readonly kind: "row-cells"; readonly cells: number; readonly expected: number }
  | { readonly kind: "row-repeated"; readonly line: number }
  | { readonly kind: "bands-by-score" }
  | { readonly kind: "edition-unheaded" }
  | { readonly kind: "ids-made"; readonly lines: readonly number[] | null };

export function columnSentence(matter: ColumnMatter, proposed: string): string {
  switch (matter.kind) {
    case "turned":
      return "The factors stand one below the other, so each column is read as a profile: a line that is named here is a column of the table.";
    case "above-headings":
      return `What stands above the headings, in ${linesText(matter.lines)}, is not read.`;
    case "columns-missing": {
      const found = matter.of - matter.factors.length;
      const lacking = matter.factors.map((factor) => lowerFirst(factorTitle(factor)));
      const what =
        found * 2 >= matter.of
          ? `No column is headed as ${all(lacking)}.`
          : `Only ${found} of ${matter.of} factors have a column, so the table may be of another scheme. Among the lacking: ${some(lacking)}.`;
      return `${what}${matter.unread.length === 0 ? "" : ` Not known: ${some(matter.unread)}.`} Head each factor's column with its name or number in the ${matter.scheme} scheme, then read the table again.`;
    }
    case "columns-unread":
      return `${some(matter.columns).replace(/^c/, "C")}: the heading names nothing that a profile has, so that is not read.`;
    case "column-twice":
      return `${matter.columns[1].replace(/^c/, "C")} is headed for the same as ${matter.columns[0]}${matter.same ? ", and holds the same. It is not read." : `, and holds something else. ${proposed} To have the other read, give it alone that heading and read the table again.`}`;
    case "columns-alike":
      return `${WHY[matter.by]}: ${some(matter.columns)}. ${proposed}`;
    case "rows-without-levels":
      return `${matter.rows.length === 1 ? "A row has" : `${matter.rows.length} rows have`} no level of any factor: ${some(matter.rows.map(({ line, text }) => `line ${line} ${show(text)}`))}. ${proposed}`;
    case "rows-scheme":
      return `Every row says scheme ${show(matter.found)}, not ${matter.scheme}. Change the text, choose the other scheme and read it again.`;
    case "row-scheme":
      return `The row says scheme ${show(matter.found)}, not ${matter.scheme}. Leave this profile out, or import it under its own scheme.`;
    case "row-cells":
      return `The row has ${matter.cells} cells, the headings have ${matter.expected}: some may stand in a wrong column, as where a comma within a cell parts it. Put such cells in quotes and read the table again, or leave this profile out.`;
    case "row-repeated":
      return `The row says the same as line ${matter.line}.`;
    case "edition-unheaded":
      return "No column is headed as the edition. Enter it for all profiles, or go on without.";
    case "bands-by-score":
      return `No column is headed as the band. ${proposed}`;
    case "ids-made":
      return matter.lines === null
        ? "No column is headed as the id: each profile's is made of its title and band."
        : `The id is blank in ${linesText(matter.lines)}: it is made of title and band.`;
  }
}

const WHY = {
  place: "Known only by where it stands between known columns",
  number: "The heading has the name of one factor and the number of another",
  alike: "The heading has words only like the factor's name",
} as const;

export const linesText = (lines: readonly number[]): string =>
  `line${lines.length === 1 ? "" : "s"} ${lines.length > MOST_SHOWN ? `${lines.slice(0, MOST_SHOWN).join(", ")} and ${lines.length - MOST_SHOWN} more` : lines.join(", ")}`;

const some = (items: readonly string[]): string =>
  items.length > MOST_SHOWN ? `${items.slice(0, MOST_SHOWN).join(", ")} and ${items.length - MOST_SHOWN} more` : all(items);

const all = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const MOST_SHOWN = 8;
