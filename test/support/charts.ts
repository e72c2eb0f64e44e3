/**
 * The part of Excel's chart model that scenario sheets use, for a workbook in memory: the embedded workbook draws no charts and offers none.
 * Members are named as Microsoft's office.js sends them.
 */
import { hostObject, type HostType } from "../../src/host/executor/host-type";
import { rangeGiven, type SheetReference } from "../../src/host/model/reference";
import { worksheetType } from "../../src/host/model/worksheet";
import type { Area } from "../../src/host/workbook/address";

export interface DrawnChart {
  readonly sheet: string;
  readonly type: string;
  readonly seriesBy: string;
  readonly source: Area;
  title: string;
  readonly axes: { category: string; value: string };
  /** From the first cell to the last that it covers. */
  place: readonly [from: Area, to: Area] | null;
}

interface Drawing {
  readonly on: SheetReference;
  readonly chart: DrawnChart;
}

const titleType = (name: string, set: (chart: DrawnChart, text: string) => void): HostType<Drawing> => ({
  name,
  properties: { Text: { set: ({ chart }, text: string) => set(chart, text) } },
});
const axisType = (which: "category" | "value"): HostType<Drawing> => ({
  name: "ChartAxis",
  navigations: {
    Title: (target) =>
      hostObject(
        titleType("ChartAxisTitle", ({ axes }, text) => (axes[which] = text)),
        target,
      ),
  },
});
const axesType: HostType<Drawing> = {
  name: "ChartAxes",
  navigations: {
    CategoryAxis: (target) => hostObject(axisType("category"), target),
    ValueAxis: (target) => hostObject(axisType("value"), target),
  },
};
const chartType: HostType<Drawing> = {
  name: "Chart",
  navigations: {
    Title: (target) =>
      hostObject(
        titleType("ChartTitle", (chart, text) => (chart.title = text)),
        target,
      ),
    Axes: (target) => hostObject(axesType, target),
  },
  methods: {
    SetPosition: ({ on: { book, sheet }, chart }, from: unknown, to: unknown) => {
      chart.place = [rangeGiven(book, sheet, from).area, rangeGiven(book, sheet, to).area];
    },
  },
};

/** From now on sheets have charts; what is drawn is in the list. */
export function offerCharts(): { readonly drawn: DrawnChart[]; readonly withdraw: () => void } {
  const drawn: DrawnChart[] = [];
  const collectionType: HostType<SheetReference> = {
    name: "ChartCollection",
    methods: {
      Add: (on, type: string, source: unknown, seriesBy: string) => {
        const { area } = rangeGiven(on.book, on.sheet, source);
        const chart: DrawnChart = {
          sheet: on.sheet.name(),
          type,
          seriesBy,
          source: area,
          title: "",
          axes: { category: "", value: "" },
          place: null,
        };
        drawn.push(chart);
        return hostObject(chartType, { on, chart });
      },
    },
  };
  const navigations = worksheetType.navigations as Record<string, (target: SheetReference) => ReturnType<typeof hostObject>>;
  navigations["Charts"] = (target) => hostObject(collectionType, target);
  return { drawn, withdraw: () => delete navigations["Charts"] };
}
