import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { intersection, subtract } from "../workbook/address";
import type { ConditionalFormat, FormatRule, PlacedConditionalFormat } from "../workbook/rule";
import { colorScaleType, cellValueType, customFormatType, textFormatType } from "./conditional-rule";
import { requireAllowed } from "./guard";
import { rangeObject } from "./range";
import type { RangeReference } from "./reference";

/** A conditional format by its id, seen from the range that led to it. */
export class FormatReference {
  constructor(
    readonly range: RangeReference,
    readonly id: string,
  ) {}

  get format(): PlacedConditionalFormat {
    const found = this.range.sheet.conditionalFormats().find(({ id }) => id === this.id);
    if (!found) throw new HostFailure("ItemNotFound", "The conditional format has been deleted.");
    return found;
  }
  change(part: Partial<ConditionalFormat>): void {
    const { areas, rule, style, stopIfTrue } = this.format;
    requireAllowed(this.range.sheet, "allowFormatCells");
    this.range.sheet.changeConditionalFormat(this.id, { areas, rule, style, stopIfTrue, ...part });
  }
}

/** What a format of each type begins with, until the page says more. */
const firstRules: Readonly<Record<string, FormatRule>> = {
  Custom: { kind: "custom", formula: "=FALSE" },
  CellValue: { kind: "cellValue", comparison: "EqualTo", operands: ["0"] },
  ContainsText: { kind: "text", comparison: "Contains", text: " " },
  ColorScale: {
    kind: "colorScale",
    points: [
      { kind: "LowestValue", operand: "", color: "#F8696B" },
      { kind: "HighestValue", operand: "", color: "#63BE7B" },
    ],
  },
};

const typeNames: Readonly<Record<FormatRule["kind"], string>> = {
  custom: "Custom",
  cellValue: "CellValue",
  text: "ContainsText",
  colorScale: "ColorScale",
};

export const conditionalFormatsType: HostType<RangeReference> = {
  name: "ConditionalFormatCollection",
  items: (range) => ofRange(range).map(({ id }) => formatObject(range, id)),
  item: (range, key) => {
    const found = find(range, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `There is no conditional format "${String(key)}".`);
    return found;
  },
  methods: {
    Add: (range, type: string) => {
      const rule = firstRules[type];
      if (!rule) throw new HostFailure("UnsupportedOperation", `The embedded workbook has no conditional formats of the type "${type}".`);
      requireAllowed(range.sheet, "allowFormatCells");
      const { id } = range.sheet.addConditionalFormat({ areas: [range.area], rule, style: {}, stopIfTrue: false });
      return formatObject(range, id);
    },
    ClearAll: clearAll,
    GetCount: (range) => ofRange(range).length,
    GetItemAt: (range, index: number) => {
      const format = ofRange(range)[index];
      if (!format) throw new HostFailure("InvalidArgument", `There is no conditional format number ${index}.`);
      return formatObject(range, format.id);
    },
    GetItemOrNullObject: find,
  },
};

const conditionalFormatType: HostType<FormatReference> = {
  name: "ConditionalFormat",
  id: ({ id }) => id,
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: ({ format }) => typeNames[format.rule.kind] },
    Priority: { get: ({ range, id }) => range.sheet.conditionalFormats().findIndex((format) => format.id === id) },
    StopIfTrue: { get: ({ format }) => format.stopIfTrue, set: (target, stopIfTrue: boolean) => target.change({ stopIfTrue }) },
  },
  navigations: {
    ...ruleNavigation("Custom", "custom", customFormatType),
    ...ruleNavigation("CellValue", "cellValue", cellValueType),
    ...ruleNavigation("TextComparison", "text", textFormatType),
    ...ruleNavigation("ColorScale", "colorScale", colorScaleType),
    DataBarOrNullObject: () => missing,
    IconSetOrNullObject: () => missing,
    PresetOrNullObject: () => missing,
    TopBottomOrNullObject: () => missing,
  },
  methods: {
    Delete: ({ range, id }) => {
      requireAllowed(range.sheet, "allowFormatCells");
      range.sheet.removeConditionalFormat(id);
    },
    GetRange: ({ range, format: { areas } }) => {
      const [area, ...more] = areas;
      if (!area || more.length > 0) throw new HostFailure("InvalidOperation", "The conditional format applies to several ranges.");
      return rangeObject(range.at(area));
    },
    GetRangeOrNullObject: ({ range, format: { areas } }) => (areas[0] && areas.length === 1 ? rangeObject(range.at(areas[0])) : missing),
  },
};

/** The rule by its type's name: an error where the format is of another type, or null for …OrNullObject. */
function ruleNavigation(name: string, kind: FormatRule["kind"], type: HostType<FormatReference>) {
  const lead = (target: FormatReference) => (target.format.rule.kind === kind ? hostObject(type, target) : missing);
  return {
    [name]: (target: FormatReference): HostObject => {
      const found = lead(target);
      if (found === missing) throw new HostFailure("InvalidOperation", `The conditional format is of another type than ${name}.`);
      return found;
    },
    [`${name}OrNullObject`]: lead,
  };
}

function formatObject(range: RangeReference, id: string): HostObject {
  return hostObject(conditionalFormatType, new FormatReference(range, id));
}

function ofRange({ sheet, area }: RangeReference): readonly PlacedConditionalFormat[] {
  return sheet.conditionalFormats().filter(({ areas }) => areas.some((own) => intersection(own, area)));
}

function find(range: RangeReference, key: unknown): HostObject | typeof missing {
  const found = range.sheet.conditionalFormats().find(({ id }) => id === String(key));
  return found ? formatObject(range, found.id) : missing;
}

/** Takes the formats off these cells; they stay on other cells that have them. */
function clearAll(range: RangeReference): void {
  requireAllowed(range.sheet, "allowFormatCells");
  for (const { id, areas, ...format } of ofRange(range)) {
    const left = areas.flatMap((area) => subtract(area, range.area));
    if (left.length === 0) range.sheet.removeConditionalFormat(id);
    else range.sheet.changeConditionalFormat(id, { ...format, areas: left });
  }
}
