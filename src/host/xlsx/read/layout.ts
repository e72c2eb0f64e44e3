import type { PageLayout } from "../../workbook/rule";
import { plainLayout } from "../../workbook/rule";
import type { LineContent } from "../content";
import { child, children, flag, type XmlElement } from "../xml";

/** How a sheet is shown and printed. */

/** The widest digit of the usual font, in pixels; files give widths in such digits. */
const digitPixels = 7;
const pointsPerPixel = 0.75;

function pointsOfWidth(digits: number): number {
  return Math.round(digits * digitPixels) * pointsPerPixel;
}

export function widthOfPoints(points: number): number {
  return Math.round(points / pointsPerPixel) / digitPixels;
}

/** Definitions that reach so far speak of the sheet's rest, not of columns that somebody made wider. */
const restColumns = 256;

export function readColumns(cols: XmlElement | undefined): LineContent[] {
  return children(cols, "col").flatMap(({ attributes }) => {
    const from = Number(attributes["min"]) - 1;
    const count = Number(attributes["max"]) - from;
    const width = Number(attributes["width"]);
    const hidden = flag(attributes, "hidden");
    if (!(from >= 0 && count > 0) || count > restColumns) return [];
    return [{ from, count, points: Number.isFinite(width) && width > 0 ? pointsOfWidth(width) : undefined, hidden }];
  });
}

export function readFrozen(view: XmlElement | undefined): { readonly rows: number; readonly columns: number } {
  const pane = child(view, "pane")?.attributes;
  if (!pane?.["state"]?.startsWith("frozen")) return { rows: 0, columns: 0 };
  return { rows: Math.trunc(Number(pane["ySplit"] ?? 0)), columns: Math.trunc(Number(pane["xSplit"] ?? 0)) };
}

const paperSizes: Readonly<Record<string, PageLayout["paperSize"]>> = { "1": "Letter", "8": "A3", "9": "A4" };

export function readLayout(sheet: ReadonlyMap<string, XmlElement>): Omit<PageLayout, "printArea" | "titleRows"> {
  const setup = sheet.get("pageSetup")?.attributes ?? {};
  const fit = flag(child(sheet.get("sheetPr"), "pageSetUpPr")?.attributes ?? {}, "fitToPage");
  const texts = sheet.get("headerFooter");
  return {
    orientation: setup["orientation"] === "landscape" ? "Landscape" : "Portrait",
    paperSize: paperSizes[setup["paperSize"] ?? ""] ?? plainLayout.paperSize,
    zoom: fit
      ? { pagesWide: Number(setup["fitToWidth"] ?? 1), pagesTall: Number(setup["fitToHeight"] ?? 1) }
      : { scale: Number(setup["scale"] ?? 100) },
    headerText: readThirds(child(texts, "oddHeader")?.text ?? ""),
    footerText: readThirds(child(texts, "oddFooter")?.text ?? ""),
  };
}

/** `&L…&C…&R…`: what stands before the first mark is in the middle. */
function readThirds(text: string): PageLayout["headerText"] {
  const thirds = { L: "", C: "", R: "" };
  let side: keyof typeof thirds = "C";
  for (const part of text.match(/&&|&[LCR]|&|[^&]+/g) ?? []) {
    if (part === "&L" || part === "&C" || part === "&R") side = part.slice(1) as keyof typeof thirds;
    else thirds[side] += part;
  }
  return { left: thirds.L, center: thirds.C, right: thirds.R };
}
