import { plainText } from "../../scheme/level";

export const collapsed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The beginning of a text in plain letters and digits without spaces, to know headings by, split words included. */
export const squeezed = (text: string): string => plainText(text.slice(0, 200)).replace(/[^a-z0-9*]+/g, "");

/** The look-alike signs of a text that are read as Latin letters or ASCII digits; dashes of any length are no doubt. */
export const lookAlikes = (text: string): string => (text.match(/[\u0400-\u052F\uFF01-\uFF5E]/g) ?? []).join("");

/** Scores without the sign that parts thousands: `1,000`. */
export const ungrouped = (text: string): string => text.replace(/(?<!\d)1[,.\u2019' ](\d{3})(?!\d)/g, "1$1");
