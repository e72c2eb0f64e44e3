import { intersection, subtract, type Area } from "./address";
import { CellMap, LineMap } from "./cell-map";
import type { SheetPort, WorkbookEvent } from "./port";
import { passes } from "./order";
import {
  plainLayout,
  type AutoFilter,
  type ConditionalFormat,
  type FilterCriterion,
  type Note,
  type PageLayout,
  type PlacedConditionalFormat,
  type PlacedValidation,
  type Protection,
  type Validation,
} from "./rule";
import { hiddenRows, visibilityEvents } from "./row-visibility";
import { shiftArea, shiftAreas, type Shift } from "./shift";
import { shownTexts } from "./shown-text";

/** A filter over an area and the rows that it hides. As in Excel, rows are judged when a criterion is set, not after. */
export class MemoryFilter {
  private readonly criteria = new Map<number, FilterCriterion>();
  readonly hidden = new LineMap<true>("row");

  constructor(
    private readonly sheet: SheetPort,
    private area: Area,
    private readonly tell: (event: WorkbookEvent) => void,
  ) {}

  state(): AutoFilter {
    return { area: this.area, criteria: this.criteria };
  }

  set(column: number, criterion: FilterCriterion | undefined): void {
    if (criterion) this.criteria.set(column, criterion);
    else this.criteria.delete(column);
    const body = { ...this.area, row: this.area.row + 1, rowCount: this.area.rowCount - 1 };
    if (body.rowCount < 1) return;
    const values = this.sheet.values(body);
    const texts = shownTexts(this.sheet, body);
    const before = hiddenRows(this.sheet, body);
    for (const [index, row] of values.entries()) {
      const shown = [...this.criteria].every(([at, wanted]) => passes(wanted, row[at] ?? null, texts[index]?.[at] ?? ""));
      this.hidden.setMany(body.row + index, 1, shown ? undefined : true);
    }
    visibilityEvents(this.sheet, body, before).forEach(this.tell);
  }

  resize(area: Area): void {
    this.area = area;
  }

  /** False where nothing of the area is left. */
  shift(shift: Shift): boolean {
    this.hidden.shift(shift);
    const area = shiftArea(this.area, shift);
    if (area) this.area = area;
    return area !== undefined;
  }
}

/** The rules of a sheet in memory. */
export abstract class MemoryRules {
  private protectedBy: Protection | undefined;
  private validationList: PlacedValidation[] = [];
  private formatList: PlacedConditionalFormat[] = [];
  private readonly noteMap = new CellMap<Pick<Note, "text" | "author">>();
  private readonly nameFormulas = new Map<string, string>();
  private page: PageLayout = plainLayout;
  private lastId = 0;
  protected sheetFilter: MemoryFilter | undefined;

  protected abstract get self(): SheetPort;
  protected abstract tell(event: WorkbookEvent): void;

  protection(): Protection | undefined {
    return this.protectedBy;
  }
  setProtection(protection: Protection | undefined): void {
    this.protectedBy = protection;
    this.tell({ kind: "protectionChanged", sheet: this.self });
  }

  layout(): PageLayout {
    return this.page;
  }
  setLayout(layout: Partial<PageLayout>): void {
    this.page = { ...this.page, ...layout };
  }

  filter(): AutoFilter | undefined {
    return this.sheetFilter?.state();
  }
  setFilter(area: Area | undefined): void {
    const rows = this.filter()?.area;
    const before = rows && hiddenRows(this.self, rows);
    const tell = (event: WorkbookEvent) => this.tell(event);
    this.sheetFilter = area && new MemoryFilter(this.self, area, tell);
    if (rows && before) visibilityEvents(this.self, rows, before).forEach(tell);
  }
  setFilterCriterion(column: number, criterion: FilterCriterion | undefined): void {
    this.sheetFilter?.set(column, criterion);
  }

  validations(): readonly PlacedValidation[] {
    return this.validationList;
  }
  setValidation(area: Area, validation: Validation | undefined): void {
    const others = this.validationList.map((placed) => ({ ...placed, areas: placed.areas.flatMap((own) => subtract(own, area)) }));
    this.validationList = others.filter(({ areas }) => areas.length > 0);
    if (validation) this.validationList.push({ areas: [area], validation });
  }

  conditionalFormats(): readonly PlacedConditionalFormat[] {
    return this.formatList;
  }
  addConditionalFormat(format: ConditionalFormat): PlacedConditionalFormat {
    const placed = { ...format, id: `format-${++this.lastId}` };
    this.formatList.unshift(placed);
    return placed;
  }
  changeConditionalFormat(id: string, format: ConditionalFormat): void {
    this.formatList = this.formatList.map((placed) => (placed.id === id ? { ...format, id } : placed));
  }
  removeConditionalFormat(id: string): void {
    this.formatList = this.formatList.filter((placed) => placed.id !== id);
  }

  notes(): readonly Note[] {
    return [...this.noteMap.entries()].map(([row, column, note]) => ({ ...note, row, column }));
  }
  setNote(row: number, column: number, note: Pick<Note, "text" | "author"> | undefined): void {
    this.noteMap.set(row, column, note);
  }

  names(): ReadonlyMap<string, string> {
    return this.nameFormulas;
  }
  setName(name: string, formula: string | undefined): void {
    if (formula === undefined) this.nameFormulas.delete(name);
    else this.nameFormulas.set(name, formula);
  }

  protected shiftRules(shift: Shift): void {
    const follow = <T extends { readonly areas: readonly Area[] }>(placed: T): T => ({ ...placed, areas: shiftAreas(placed.areas, shift) });
    this.validationList = this.validationList.map(follow).filter(({ areas }) => areas.length > 0);
    this.formatList = this.formatList.map(follow).filter(({ areas }) => areas.length > 0);
    this.noteMap.shift(shift);
    if (this.sheetFilter?.shift(shift) === false) this.sheetFilter = undefined;
    const { printArea, titleRows } = this.page;
    this.page = {
      ...this.page,
      printArea: printArea && (shiftArea(printArea, shift) ?? null),
      titleRows: titleRows && (shiftArea(titleRows, shift) ?? null),
    };
  }

  /** Takes the notes, validations and conditional formats off that touch these cells, as clearing all of them does. */
  protected clearRules(area: Area): void {
    this.setValidation(area, undefined);
    this.formatList = this.formatList
      .map((placed) => ({ ...placed, areas: placed.areas.flatMap((own) => subtract(own, area)) }))
      .filter(({ areas }) => areas.length > 0);
    for (const { row, column } of this.notes()) {
      if (intersection(area, { row, column, rowCount: 1, columnCount: 1 })) this.setNote(row, column, undefined);
    }
  }
}
