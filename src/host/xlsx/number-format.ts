/**
 * Number formats that a file names by a number only (ECMA-376 part 1, 18.8.30). 14 and 22 follow the reader's region in
 * Excel; here they are day first, as typed dates are read.
 */
const builtIn: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Formats without a number of their own start here. */
const firstCustom = 164;

export function readNumberFormat(id: number, custom: ReadonlyMap<number, string>): string {
  return custom.get(id) ?? builtIn[id] ?? "General";
}

/** Numbers formats as a file does: those that mean the same everywhere keep their number. */
export class NumberFormats {
  readonly custom = new Map<string, number>();

  id(format: string): number {
    const known = sameEverywhere.get(format) ?? this.custom.get(format);
    if (known !== undefined) return known;
    const id = firstCustom + this.custom.size;
    this.custom.set(format, id);
    return id;
  }
}

const regional = new Set(["14", "22"]);
const sameEverywhere = new Map(
  Object.entries(builtIn)
    .filter(([id]) => !regional.has(id))
    .map(([id, format]) => [format, Number(id)]),
);

/** Whether numbers of this format are days or times: what is left without texts, colours and escapes names a part of a date. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return !/^general$/i.test(bare.trim()) && /[dmyhs]/i.test(bare);
}
