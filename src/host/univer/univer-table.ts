import { TableColumnFilterTypeEnum, type TableManager } from "@univerjs/preset-sheets-table";
import type { Area } from "../workbook/address";
import { passes } from "../workbook/order";
import type { SheetPort, TablePort } from "../workbook/port";
import type { AutoFilter, FilterCriterion } from "../workbook/rule";
import { shownTexts } from "../workbook/shown-text";
import type { Extras, TableCriterion } from "./extra";
import type { Grid } from "./grid";
import { toArea, toRange } from "./range";

/** How the grid's table filters write a blank cell. */
const blankValue = "__UNIVER_TABLE_FILTER_EMPTY__";
const defaultStyle = "TableStyleMedium2";

export class UniverTable implements TablePort {
  constructor(
    private readonly grid: Grid,
    private readonly extras: Extras,
    private readonly manager: TableManager,
    readonly sheet: SheetPort,
    readonly id: string,
  ) {}

  name(): string {
    return this.table?.getDisplayName() ?? "";
  }
  rename(name: string): void {
    this.configure({ name });
  }
  area(): Area {
    const range = this.table?.getRange();
    return range ? toArea(range) : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  }
  resize(area: Area): void {
    this.configure({ updateRange: { newRange: toRange(area) } });
  }

  /** Kept for files; the grid draws tables in a style of its own. */
  style(): string {
    return this.extras.of(this.sheet.id).tableStyles?.[this.id] ?? defaultStyle;
  }
  setStyle(style: string): void {
    this.extras.set(this.sheet.id, { tableStyles: { ...this.extras.of(this.sheet.id).tableStyles, [this.id]: style } });
  }

  filter(): AutoFilter {
    const area = this.area();
    const criteria = new Map<number, FilterCriterion>();
    for (let column = 0; column < area.columnCount; column++) {
      const filter = this.table?.getTableFilterColumn(column);
      if (filter?.filterType !== TableColumnFilterTypeEnum.manual) continue;
      const given = this.given[this.key(column)];
      // Numbers, too, whatever the grid's typings say.
      const chosen = (filter.values as readonly (string | number)[]).map(String);
      // What a person has chosen in the grid since replaces what the page asked for.
      const own = given && sameTexts(given.shown, chosen);
      const values = [...new Set(chosen.map((value) => (value === blankValue ? "" : value)))];
      criteria.set(column, own ? given.criterion : { kind: "values", values });
    }
    return { area, criteria };
  }

  setFilterCriterion(column: number, criterion: FilterCriterion | undefined): void {
    const { row, rowCount, column: first } = this.area();
    const body = { row: row + 1, rowCount: rowCount - 1, column: first + column, columnCount: 1 };
    if (!criterion) return this.setManual(column, undefined);
    const values = this.sheet.values(body).map(([value = null]) => value);
    const texts = shownTexts(this.sheet, body).flat();
    const passing = values.flatMap((value, index) => {
      const text = texts[index] ?? "";
      if (!passes(criterion, value, text)) return [];
      // The grid looks for plain numbers as numbers, for formatted ones as texts.
      return text === "" ? [blankValue, ""] : typeof value === "number" ? [text, value] : [text];
    });
    const manual = [...new Set(passing)];
    this.extras.set(this.sheet.id, { tableCriteria: { ...this.given, [this.key(column)]: { criterion, shown: manual.map(String) } } });
    this.setManual(column, manual);
  }

  delete(): void {
    this.command("sheet.command.delete-table", { subUnitId: this.sheet.id });
  }

  private get given(): Readonly<Record<string, TableCriterion>> {
    return this.extras.of(this.sheet.id).tableCriteria ?? {};
  }
  private key(column: number): string {
    return `${this.id}/${column}`;
  }
  private setManual(column: number, values: readonly (string | number)[] | undefined): void {
    const tableFilter = values && { filterType: TableColumnFilterTypeEnum.manual, values };
    this.command("sheet.command.set-table-filter", { column, tableFilter });
  }
  private get table() {
    return this.manager.getTableById(this.grid.workbook.getUnitId(), this.id);
  }
  private configure(config: object): void {
    this.command("sheet.command.set-table-config", { subUnitId: this.sheet.id, ...config });
  }
  private command(id: string, params: object): void {
    this.grid.execute(id, { unitId: this.grid.workbook.getUnitId(), tableId: this.id, ...params });
  }
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
