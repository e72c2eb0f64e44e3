import { generateRandomId, IUndoRedoService, type IMutationInfo, type Worksheet } from "@univerjs/core";
import { ConditionalFormattingRuleModel } from "@univerjs/preset-sheets-conditional-formatting";
import { IDefinedNamesService, SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/preset-sheets-core";
import { SheetDataValidationModel } from "@univerjs/preset-sheets-data-validation";
import { SheetsFilterService } from "@univerjs/preset-sheets-filter";
import { SheetsNoteModel } from "@univerjs/preset-sheets-note";
import { intersection, type Area } from "../workbook/address";
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
} from "../workbook/rule";
import { fromUniverFormat, toUniverConfig } from "./conditional-format";
import type { Extras } from "./extra";
import { fromFilterColumn, toFilterColumn } from "./filter";
import type { Grid } from "./grid";
import { toArea, toRange } from "./range";
import { fromUniverRule, toUniverRule } from "./validation";

const noteSize = { width: 160, height: 100 };

/** What a sheet of the grid lays on its cells beside contents and looks. */
export class UniverRules {
  constructor(
    protected readonly grid: Grid,
    protected readonly extras: Extras,
    protected readonly sheet: Worksheet,
  ) {}

  get id(): string {
    return this.sheet.getSheetId();
  }

  protection(): Protection | undefined {
    return this.extras.of(this.id).protection;
  }
  setProtection(protection: Protection | undefined): void {
    this.extras.set(this.id, { protection });
  }

  layout(): PageLayout {
    return this.extras.of(this.id).layout ?? plainLayout;
  }
  setLayout(layout: Partial<PageLayout>): void {
    this.extras.set(this.id, { layout: { ...this.layout(), ...layout } });
  }

  filter(): AutoFilter | undefined {
    const model = this.grid.injector.get(SheetsFilterService).getFilterModel(this.unitId, this.id);
    if (!model) return undefined;
    const area = toArea(model.getRange());
    const criteria = new Map<number, FilterCriterion>();
    for (const [column, filter] of model.getAllFilterColumns()) {
      const criterion = fromFilterColumn(filter.getColumnData());
      if (criterion) criteria.set(column - area.column, criterion);
    }
    return { area, criteria };
  }
  setFilter(area: Area | undefined): void {
    if (this.filter()) this.command("sheet.command.remove-sheet-filter", {});
    if (area) this.command("sheet.command.set-filter-range", { range: toRange(area) });
  }
  setFilterCriterion(column: number, criterion: FilterCriterion | undefined): void {
    const at = (this.filter()?.area.column ?? 0) + column;
    this.command("sheet.command.set-filter-criteria", { col: at, criteria: criterion ? toFilterColumn(at, criterion) : null });
  }

  validations(): readonly PlacedValidation[] {
    const rules = this.grid.injector.get(SheetDataValidationModel).getRules(this.unitId, this.id);
    return rules.flatMap((rule) => fromUniverRule(rule) ?? []);
  }
  setValidation(area: Area, validation: Validation | undefined): void {
    const ranges = [toRange(area)];
    if (!validation) this.command("sheets.command.clear-range-data-validation", { ranges });
    else this.command("sheet.command.addDataValidation", { rule: { uid: generateRandomId(), ranges, ...toUniverRule(validation) } });
  }

  conditionalFormats(): readonly PlacedConditionalFormat[] {
    const rules = this.grid.injector.get(ConditionalFormattingRuleModel).getSubunitRules(this.unitId, this.id) ?? [];
    const { formatRules = {} } = this.extras.of(this.id);
    return rules.flatMap((rule) => fromUniverFormat(rule, formatRules[rule.cfId]) ?? []);
  }
  addConditionalFormat(format: ConditionalFormat): PlacedConditionalFormat {
    const id = generateRandomId();
    this.keepGivenRule(id, format);
    this.command("sheet.command.add-conditional-rule", { rule: this.toUniverFormat(id, format) });
    return { ...format, id };
  }
  changeConditionalFormat(id: string, format: ConditionalFormat): void {
    this.keepGivenRule(id, format);
    this.command("sheet.command.set-conditional-rule", { cfId: id, rule: this.toUniverFormat(id, format) });
  }
  removeConditionalFormat(id: string): void {
    this.command("sheet.command.delete-conditional-rule", { cfId: id });
  }

  notes(): readonly Note[] {
    const notes = this.grid.injector.get(SheetsNoteModel).getSheetNotes(this.unitId, this.id);
    const { noteAuthors = {} } = this.extras.of(this.id);
    return [...(notes?.values() ?? [])].map(({ id, row, col, note }) => ({ row, column: col, text: note, author: noteAuthors[id] ?? "" }));
  }
  setNote(row: number, column: number, note: { readonly text: string; readonly author: string } | undefined): void {
    const before = this.grid.injector.get(SheetsNoteModel).getNote(this.unitId, this.id, { row, col: column });
    const place = { unitId: this.unitId, sheetId: this.id, row, col: column };
    const update = (value: object) => ({ id: "sheet.mutation.update-note", params: { ...place, note: value } });
    const remove = { id: "sheet.mutation.remove-note", params: place };
    const undo = before ? update(before) : remove;
    if (note) {
      const id = before?.id ?? generateRandomId();
      this.extras.set(this.id, { noteAuthors: { ...this.extras.of(this.id).noteAuthors, [id]: note.author } });
      this.undoable([update({ ...noteSize, ...before, id, row, col: column, note: note.text })], [undo]);
    } else if (before) this.undoable([remove], [undo]);
  }

  names(): ReadonlyMap<string, string> {
    return definedNames(this.grid, this.id);
  }
  setName(name: string, formula: string | undefined): void {
    setDefinedName(this.grid, this.id, name, formula);
  }

  protected get unitId(): string {
    return this.grid.workbook.getUnitId();
  }

  protected command(id: string, params: object): void {
    this.grid.execute(id, { unitId: this.unitId, subUnitId: this.id, ...params });
  }

  /** Mutations that the grid has no command for, as one step of undo. */
  protected undoable(redoMutations: IMutationInfo[], undoMutations: IMutationInfo[]): void {
    for (const { id, params } of redoMutations) this.grid.execute(id, params);
    this.grid.injector.get(IUndoRedoService).pushUndoRedo({ unitID: this.unitId, redoMutations, undoMutations });
  }

  /** Takes off what touches these cells, as clearing all of them does. */
  protected clearRules(area: Area): void {
    if (this.validations().some(({ areas }) => areas.some((own) => intersection(own, area)))) this.setValidation(area, undefined);
    if (this.conditionalFormats().some(({ areas }) => areas.some((own) => intersection(own, area)))) {
      this.command("sheet.command.clear-range-conditional-rule", { ranges: [toRange(area)] });
    }
    for (const { row, column } of this.notes()) {
      if (intersection(area, { row, column, rowCount: 1, columnCount: 1 })) this.setNote(row, column, undefined);
    }
  }

  private keepGivenRule(id: string, { rule }: ConditionalFormat): void {
    if (rule.kind !== "cellValue") return;
    this.extras.set(this.id, { formatRules: { ...this.extras.of(this.id).formatRules, [id]: rule } });
  }

  private toUniverFormat(cfId: string, format: ConditionalFormat): object {
    return { cfId, ranges: format.areas.map(toRange), rule: toUniverConfig(format), stopIfTrue: format.stopIfTrue };
  }
}

/** The names that a sheet alone knows, or those of the workbook where no sheet is given. */
export function definedNames(
  { injector, workbook }: Grid,
  sheetId: string = SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
): ReadonlyMap<string, string> {
  const names = Object.values(injector.get(IDefinedNamesService).getDefinedNameMap(workbook.getUnitId()) ?? {});
  const scope = ({ localSheetId }: { localSheetId?: string }) => localSheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME;
  const own = names.filter((name) => scope(name) === sheetId);
  return new Map(own.map(({ name, formulaOrRefString }) => [name, `=${formulaOrRefString.replace(/^=/, "")}`]));
}

export function setDefinedName(
  grid: Grid,
  localSheetId: string = SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  name: string,
  formula: string | undefined,
): void {
  const unitId = grid.workbook.getUnitId();
  const names = Object.values(grid.injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {});
  const known = names.find((own) => own.name === name && (own.localSheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME) === localSheetId);
  if (formula === undefined) {
    if (known) grid.execute("sheet.command.remove-defined-name", { unitId, ...known });
    return;
  }
  // The grid takes a formula with "=", and cells without.
  const text = parseReference(formula);
  const params = { unitId, id: known?.id ?? generateRandomId(), name, formulaOrRefString: text, localSheetId };
  grid.execute(known ? "sheet.command.set-defined-name" : "sheet.command.insert-defined-name", params);
}

function parseReference(formula: string): string {
  const body = formula.replace(/^=/, "");
  return /^('[^']+'|[A-Za-z_][\w.]*)!\$?[A-Za-z]{1,3}\$?\d+(:\$?[A-Za-z]{1,3}\$?\d+)?$/.test(body) ? body : `=${body}`;
}
