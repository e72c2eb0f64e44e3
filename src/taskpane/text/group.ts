/** Below so many, a figure says little about a group and much about its people. */
const SMALL = 5;

export const groupText = {
  title: "Other characteristics",
  needs: "Needs a staff list with a column such as Ethnicity, Disability, Age group or Part-time. Names and dates of birth are never read.",
  column: "Compare people by",
  none: "nothing further",
  referenceLabel: "Gaps are against",
  largest: (label: string): string => `the largest group stated (${label})`,
  reference: (label: string, chosen: boolean): string =>
    `Gaps are against ${label}${chosen ? "" : ", the largest group stated"}: (${label} − group) ÷ ${label}, on full-time basic pay.`,
  columns: {
    group: "Group",
    people: "People",
    up: "Up",
    down: "Down",
    before: "Mean gap before",
    after: "Mean gap after",
    median: "Median gap after",
    note: "",
  },
  bandColumns: { band: "Band, group", before: "People before", after: "People after" },
  caption: (column: string): string => `${column}: groups over all`,
  bandCaption: (column: string): string => `${column}: groups in each band`,
  bandGroup: (band: string, group: string): string => `${band}, ${group}`,
  comparedWith: "compared with",
  large: "⚑ 5 % or more",
  small: "small group",
  isSmall: (people: number): boolean => people > 0 && people < SMALL,
  caution: "Small groups: one person can turn a figure round. Anything for other eyes has them suppressed.",
  sheetNote: "Small groups, and what would give them away, are suppressed: this sheet can be printed.",
};
