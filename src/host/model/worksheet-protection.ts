import { HostFailure } from "../executor/failure";
import type { HostType } from "../executor/host-type";
import type { SheetReference } from "./reference";

const nothingAllowed = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
} as const;

export const worksheetProtectionType: HostType<SheetReference> = {
  name: "WorksheetProtection",
  properties: {
    Protected: { get: ({ sheet }) => sheet.protection() !== undefined },
    Options: { get: ({ sheet }) => ({ ...nothingAllowed, ...sheet.protection()?.options }) },
  },
  methods: {
    Protect: ({ sheet }, options: Readonly<Record<string, unknown>> = {}, password?: string) => {
      if (sheet.protection()) throw new HostFailure("InvalidOperation", `The worksheet "${sheet.name()}" is already protected.`);
      sheet.setProtection({ options, passwordHash: password ? passwordHash(password) : "" });
    },
    Unprotect: ({ sheet }, password?: string) => {
      const protection = sheet.protection();
      if (!protection) return;
      const given = password ? passwordHash(password) : "";
      if (protection.passwordHash !== "" && given !== protection.passwordHash) {
        throw new HostFailure("BadPassword", `The password of the worksheet "${sheet.name()}" is another.`);
      }
      sheet.setProtection(undefined);
    },
  },
};

/**
 * The 16-bit number by which a workbook's file remembers a password (ECMA-376 part 4, 3.3.1.69): enough to tell a slip
 * of the hand, no secret kept.
 */
function passwordHash(password: string): string {
  const rotate = (value: number) => ((value >> 14) & 1) | ((value << 1) & 0x7fff);
  let hash = 0;
  for (let index = password.length - 1; index >= 0; index--) hash = rotate(hash) ^ password.charCodeAt(index);
  hash = rotate(hash) ^ password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}
