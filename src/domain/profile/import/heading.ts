import { plainText } from "../../scheme/level";
import { collapsed, squeezed } from "./print";

/** What a line of a profile document is by its own words. */
export type Heading = "label" | "statement" | "columns" | "total" | "contents" | "history" | "footnote";

/** Split words ("Fac tor", "JE Scor e") are known all the same. */
export function headingOf(text: string): Heading | null {
  const key = squeezed(text);
  if (key === "") return null;
  if (/^\W*\*/.test(text) && key.includes("generic")) return "footnote";
  if (key.length < 60 && /^(profile(title|label)?|role(title)?|title|label)(afc)?(band(ing)?)?page(no|number)?$/.test(key))
    return "contents";
  if (key.startsWith("versionhistory") || key.startsWith("amendmenthistory")) return "history";
  if (LABEL.test(key)) return "label";
  if (/^(jobstatement|purposeoftherole|jobpurpose)/.test(key)) return "statement";
  if (isColumnHeading(key)) return "columns";
  return TOTAL.test(key) ? "total" : null;
}

/** The title in a label line: what stands after the label's words. */
export const titleInLabel = (text: string): string => collapsed(text.replace(LABEL_WORDS, ""));

/** What stands behind a label such as "Role:" or "Job title" in a cell, "" for nothing; null where the cell bears none. */
export function behindTitleLabel(cell: string): string | null {
  const label = TITLE_LABEL.exec(cell);
  return label === null ? null : collapsed(cell.slice(label[0].length));
}

/** The text after a total's words: scores, then the band. */
export const afterTotal = (text: string): string => collapsed(text.replace(TOTAL_WORDS, "").replace(TOTAL_WORDS, ""));

/** `Factor … Level … Score` heads the columns; a total has figures. */
const isColumnHeading = (key: string): boolean =>
  !/\d/.test(key) && key.includes("level") && (key.startsWith("fac") || (key.includes("factor") && /(score|points|information)/.test(key)));

/** Whether a column heading names a column of points. */
export const namesPoints = (text: string): boolean => /(score|points)/.test(squeezed(text));

/** Where text without line ends is cut: before headings that stand inside a line. */
export const INNER_HEADING =
  /\b(?:Profile Suite and Label|Profile Label|Role Title|Job Statement|Purpose of the role|(?:Total )?JE Score:? \d|Total:? \d{2,4}$)/g;

/** What follows "National profiles for …": the suite. */
export function suiteInHeading(text: string): string | null {
  const found = /^\s*national (?:job )?profiles? for (?:the )?(\S.{0,120})$/i.exec(plainText(text) === "" ? "" : text);
  return found === null ? null : collapsed(found[1] ?? "");
}

const LABEL = /^(profilesuite(and)?label|profilelabel|profiletitle|roletitle)/;
const LABEL_WORDS = /^\s*(?:profile\s+suite\s*(?:and|&)?\s*label|profile\s+(?:label|title)|role\s+title)\s*:?/i;
const TITLE_LABEL =
  /^\s*(?:model\s+)?(?:(?:job|role|post)\s+(?:title|name)\s*(?:[:\u2013\u2014-]|(?=\s|$))|(?:job|role|post)\s+profile\s*[:\u2013\u2014-]|(?:(?:job|role|post)(?:\s+profile)?|title|profile)\s*(?::|$))/i;
const TOTAL = /^(total)?(je|jobevaluation)(total)?score(band)?|^total(je)?(score|points)\d|^total\d{2,8}(band\w*)?$|^total(score|points)$/;
const TOTAL_WORDS =
  /^\s*(?:total\s*)?(?:j[\s.]{0,2}e[\s.]{0,2}|job\s+evaluation)?\s*(?:total\s*)?(?:s\s?c\s?o\s?r\s?e|points|total)\s*(?:\/\s*band)?\s*:?/i;
