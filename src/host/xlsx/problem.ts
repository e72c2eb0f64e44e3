/** Why a file is not opened. Nothing of the workbook has been touched then. */
export type FileProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "notZip" }
  | { readonly kind: "oldFormat" }
  | { readonly kind: "encrypted" }
  | { readonly kind: "notWorkbook"; readonly found: "binary workbook" | "document" | "OpenDocument" | "nothing known" }
  | { readonly kind: "fileTooLarge"; readonly bytes: number; readonly limit: number }
  | { readonly kind: "unzippedTooLarge"; readonly limit: number }
  | { readonly kind: "tooCompressed"; readonly part: string; readonly ratio: number; readonly limit: number }
  | { readonly kind: "tooManyParts"; readonly found: number; readonly limit: number }
  | { readonly kind: "tooManyCells"; readonly sheet: string; readonly limit: number }
  | { readonly kind: "damaged"; readonly where: string; readonly what: string };

/** What was left out or changed of a file that was opened. */
export type Remark =
  | { readonly kind: "macros" }
  | { readonly kind: "externalLinks"; readonly cells: number }
  | { readonly kind: "dataTables"; readonly cells: number }
  | { readonly kind: "dates1904" }
  /** A sheet named "" is none of them. */
  | { readonly kind: "notCarried"; readonly what: string; readonly sheet: string };

const megabyte = 1024 * 1024;

export function describeProblem(problem: FileProblem): string {
  switch (problem.kind) {
    case "empty":
      return "The file is empty.";
    case "notZip":
      return "The file is no Excel workbook: it is not packed as one. Choose a file that ends in .xlsx.";
    case "oldFormat":
      return "The file has the format of Excel 97 to 2003. Open it in Excel and save it as an Excel workbook (.xlsx).";
    case "encrypted":
      return "The file is encrypted. Open it in Excel, take the password off (File, Info, Protect Workbook) and save a copy.";
    case "notWorkbook":
      return `The file is no Excel workbook (.xlsx): what it holds is ${foundName[problem.found]}.`;
    case "fileTooLarge":
      return `The file has ${size(problem.bytes)}; at most ${size(problem.limit)} are opened.`;
    case "unzippedTooLarge":
      return `The file unpacks to more than ${size(problem.limit)} and was not opened.`;
    case "tooCompressed":
      return `The part ${problem.part} of the file unpacks to more than ${problem.limit} times its size, which no real workbook does. It was not opened.`;
    case "tooManyParts":
      return `The file has ${problem.found} parts; at most ${problem.limit} are opened.`;
    case "tooManyCells":
      return `The workbook has more than ${problem.limit.toLocaleString("en-GB")} cells (counted up to the sheet "${problem.sheet}") and was not opened.`;
    case "damaged":
      return `The file is damaged and was not opened. ${problem.where}: ${problem.what}`;
  }
}

export function describeRemark(remark: Remark): string {
  switch (remark.kind) {
    case "macros":
      return "The file has macros. They were left out, and are not in what is saved from here.";
    case "externalLinks":
      return `${count(remark.cells, "formula reads", "formulas read")} other workbooks; the values they last had are kept in their place.`;
    case "dataTables":
      return `${count(remark.cells, "cell belongs", "cells belong")} to what-if data tables; the values they last had are kept in their place.`;
    case "dates1904":
      return "The workbook counted dates from 1904; they were converted and show the same days.";
    case "notCarried":
      return `Left out${remark.sheet === "" ? "" : ` on the sheet "${remark.sheet}"`}: ${remark.what}.`;
  }
}

const foundName = {
  "binary workbook": "a binary workbook (.xlsb)",
  document: "another Office document",
  OpenDocument: "an OpenDocument file (.ods)",
  "nothing known": "nothing that Excel knows",
} as const;

function size(bytes: number): string {
  return bytes < megabyte ? `${Math.ceil(bytes / 1024)} kB` : `${Math.ceil(bytes / megabyte)} MB`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
