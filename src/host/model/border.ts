import { HostFailure } from "../executor/failure";
import { hostObject, type HostType } from "../executor/host-type";
import type { Area } from "../workbook/address";
import type { Border, BorderLine, CellFormat } from "../workbook/format";
import { requireAllowed } from "./guard";
import type { RangeReference } from "./reference";

type Side = "borderTop" | "borderBottom" | "borderLeft" | "borderRight";

/** Which side of which cells an edge of a range is. Cells share a line; it is kept on one of them. */
const edges: Readonly<Record<string, { readonly side: Side; readonly cells: (area: Area) => Area | undefined }>> = {
  EdgeTop: { side: "borderTop", cells: (area) => ({ ...area, rowCount: 1 }) },
  EdgeBottom: { side: "borderBottom", cells: (area) => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 }) },
  EdgeLeft: { side: "borderLeft", cells: (area) => ({ ...area, columnCount: 1 }) },
  EdgeRight: { side: "borderRight", cells: (area) => ({ ...area, column: area.column + area.columnCount - 1, columnCount: 1 }) },
  InsideHorizontal: { side: "borderBottom", cells: (area) => (area.rowCount > 1 ? { ...area, rowCount: area.rowCount - 1 } : undefined) },
  InsideVertical: {
    side: "borderRight",
    cells: (area) => (area.columnCount > 1 ? { ...area, columnCount: area.columnCount - 1 } : undefined),
  },
};

/** Excel names a line by its style and its weight. */
const lines: readonly (readonly [line: BorderLine, style: string, weight: string])[] = [
  ["thin", "Continuous", "Thin"],
  ["medium", "Continuous", "Medium"],
  ["thick", "Continuous", "Thick"],
  ["hair", "Continuous", "Hairline"],
  ["dotted", "Dot", "Thin"],
  ["dashed", "Dash", "Thin"],
  ["mediumDashed", "Dash", "Medium"],
  ["dashDot", "DashDot", "Thin"],
  ["mediumDashDot", "DashDot", "Medium"],
  ["dashDotDot", "DashDotDot", "Thin"],
  ["mediumDashDotDot", "DashDotDot", "Medium"],
  ["slantDashDot", "SlantDashDot", "Medium"],
  ["double", "Double", "Thick"],
];

const plainBorder: Border = { line: "thin", color: "#000000" };

interface Edge {
  readonly range: RangeReference;
  readonly name: string;
}

export const bordersType: HostType<RangeReference> = {
  name: "RangeBorderCollection",
  properties: { Count: { get: () => Object.keys(edges).length } },
  items: (range) => Object.keys(edges).map((name) => hostObject(borderType, { range, name })),
  item: (range, key) => {
    const name = String(key);
    if (!Object.hasOwn(edges, name)) throw new HostFailure("UnsupportedOperation", `The embedded workbook has no border "${name}".`);
    return hostObject(borderType, { range, name });
  },
  methods: { GetItemAt: (range, index: number) => hostObject(borderType, { range, name: Object.keys(edges)[index] ?? "EdgeTop" }) },
};

const borderType: HostType<Edge> = {
  name: "RangeBorder",
  id: ({ name }) => name,
  properties: {
    SideIndex: { get: ({ name }) => name },
    Style: {
      get: (edge) => nameOf(read(edge))?.[1] ?? "None",
      set: (edge, style: string) => {
        if (style === "None") return write(edge, null);
        const border = read(edge) ?? plainBorder;
        return write(edge, { ...border, line: lineOf(style, nameOf(border)?.[2]) });
      },
    },
    Weight: {
      get: (edge) => nameOf(read(edge))?.[2] ?? "Thin",
      set: (edge, weight: string) => {
        const border = read(edge) ?? plainBorder;
        write(edge, { ...border, line: lineOf(nameOf(border)?.[1] ?? "Continuous", weight) });
      },
    },
    Color: {
      get: (edge) => read(edge)?.color ?? "#000000",
      set: (edge, color: string) => write(edge, { ...(read(edge) ?? plainBorder), color }),
    },
  },
};

function read({ range, name }: Edge): Border | null {
  const edge = edges[name];
  const cells = edge?.cells(range.area);
  return edge && cells ? range.sheet.format(cells)[edge.side] : null;
}

function write({ range, name }: Edge, border: Border | null): void {
  requireAllowed(range.sheet, "allowFormatCells");
  const edge = edges[name];
  const cells = edge?.cells(range.area);
  if (edge && cells) range.sheet.setFormat(cells, { [edge.side]: border } satisfies Partial<CellFormat>);
}

function nameOf(border: Border | null) {
  return lines.find(([line]) => line === border?.line);
}

/** The line of a style in the weight wanted, or in the first weight that the style has. */
function lineOf(style: string, weight: string | undefined): BorderLine {
  const ofStyle = lines.filter(([, name]) => name === style);
  const found = ofStyle.find(([, , name]) => name === weight) ?? ofStyle[0];
  if (!found) throw new HostFailure("InvalidArgument", `"${style}" is no style of a border.`);
  return found[0];
}
