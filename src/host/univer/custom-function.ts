import { BooleanNumber } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  NumberValueObject,
  SetTriggerFormulaCalculationStartMutation,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionInfo,
} from "@univerjs/preset-sheets-core";
import type { FunctionBroker, Outcome } from "../function/broker";
import { typedName, type FunctionDescription, type FunctionMetadata, type ParameterDescription } from "../function/metadata";
import { columnRuns } from "../workbook/column-run";
import { formatAddress } from "../workbook/address";
import { isCellError, type CellValue } from "../workbook/cell";
import { isErrorText } from "./cell-data";
import type { Grid } from "./grid";

/** Makes the add-in's functions known to the grid's formula engine and its autocomplete. */
export function registerFunctions(grid: Grid, namespace: string, metadata: FunctionMetadata, broker: () => FunctionBroker): void {
  const executors = metadata.functions.map(
    (description) => new CustomFunction(grid, typedName(namespace, description), description, broker),
  );
  grid.injector.get(IFunctionService).registerExecutors(...executors);
  grid.injector
    .get(IDescriptionService)
    .registerDescriptions(metadata.functions.map((description) => functionInfo(namespace, description, metadata)));
}

/** Calculates again the formulas at these addresses (`Register!T2`) and all that depends on them. */
export function recalculate(grid: Grid, addresses: readonly string[]): void {
  const unitId = grid.workbook.getUnitId();
  const dirtyRanges = columnRuns(addresses).flatMap(({ sheetName, column, from, to }) => {
    const sheet = grid.workbook.getSheetBySheetName(sheetName);
    const range = { startRow: from, endRow: to, startColumn: column, endColumn: column };
    return sheet ? [{ unitId, sheetId: sheet.getSheetId(), range }] : [];
  });
  const nothing = {
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
    clearDependencyTreeCache: {},
  };
  void grid.commands.executeCommand(
    SetTriggerFormulaCalculationStartMutation.id,
    { ...nothing, dirtyRanges, forceCalculation: false },
    { onlyLocal: true },
  );
}

class CustomFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams: number;
  override maxParams: number;

  constructor(
    private readonly grid: Grid,
    name: string,
    private readonly description: FunctionDescription,
    private readonly broker: () => FunctionBroker,
  ) {
    super(name);
    this.minParams = description.parameters.filter(({ optional }) => !optional).length;
    this.maxParams = description.parameters.length;
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    if (variants.some((variant) => this.includesOwnCell(variant)))
      return toSingle({ error: "#CYCLE!", message: "The function reads its own cell." });
    const parameters: unknown[] = [];
    for (const [index, parameter] of this.description.parameters.entries()) {
      const value = readArgument(variants[index], parameter);
      // An error that the function does not take is the result, as in Excel.
      if (isCellError(value)) return toSingle(value);
      parameters.push(value);
    }
    const sheet = this.grid.workbook.getSheetBySheetId(this.subUnitId ?? "");
    const cell = { row: this.row, column: this.column, rowCount: 1, columnCount: 1 };
    const address = formatAddress(sheet?.getName() ?? "", cell);
    const { id: functionId, allowErrorForDataTypeAny: errorsAllowed = false, options } = this.description;
    const cancelable = options?.cancelable ?? false;
    return toValueObject(this.broker().evaluate({ functionId, parameters, address, errorsAllowed, cancelable }));
  }

  /** A function that reads its own cell would never settle. */
  private includesOwnCell(variant: FunctionVariantType): boolean {
    if (!variant.isReferenceObject()) return false;
    const reference = variant as BaseReferenceObject;
    if (reference.getSheetId() !== this.subUnitId) return false;
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    return this.row >= startRow && this.row <= endRow && this.column >= startColumn && this.column <= endColumn;
  }
}

/** A matrix, a scalar, null where omitted; an error where the parameter takes none. */
function readArgument(variant: FunctionVariantType | undefined, { dimensionality, type }: ParameterDescription): unknown {
  if (!variant || (!variant.isReferenceObject() && (variant as BaseValueObject).isNull())) return null;
  const cells = readCells(variant);
  if (dimensionality === "matrix") {
    // One blank cell arrives in Excel like an omitted argument.
    return cells.length === 1 && cells[0]?.length === 1 && cells[0][0] === null ? null : cells;
  }
  const [[value = null] = []] = cells;
  if (cells.length > 1 || (cells[0]?.length ?? 0) > 1) return { error: "#VALUE!" };
  if (isCellError(value) || value === null) return value;
  if (type === "number" && typeof value !== "number") {
    const number = typeof value === "boolean" ? Number(value) : Number(value.trim() === "" ? NaN : value);
    return Number.isFinite(number) ? number : { error: "#VALUE!" };
  }
  return type === "string" ? String(value) : value;
}

function readCells(variant: FunctionVariantType): CellValue[][] {
  if (variant.isReferenceObject()) {
    const reference = variant as BaseReferenceObject;
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const cells = Array.from({ length: endRow - startRow + 1 }, () => Array<CellValue>(endColumn - startColumn + 1).fill(null));
    reference.iterator((value, row, column) => {
      const line = cells[row - startRow];
      if (line && value) line[column - startColumn] = readValue(value);
      return undefined;
    });
    return cells;
  }
  if (!(variant instanceof ArrayValueObject)) return [[readValue(variant as BaseValueObject)]];
  return variant.getArrayValue().map((row) => row.map((cell) => (cell ? readValue(cell) : null)));
}

function readValue(value: BaseValueObject): CellValue {
  if (value.isNull()) return null;
  if (value.isError()) return { error: String(value.getValue()) };
  const plain = value.getValue();
  if (typeof plain === "string" && isErrorText(plain)) return { error: plain };
  return typeof plain === "bigint" ? Number(plain) : plain;
}

function toValueObject(outcome: Outcome): BaseValueObject {
  const [[first = null] = []] = outcome;
  if (outcome.length === 1 && outcome[0]?.length === 1) return toSingle(first);
  return ArrayValueObject.create({
    calculateValueList: outcome.map((row) => row.map(toSingle)),
    rowCount: outcome.length,
    columnCount: outcome[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function toSingle(value: CellValue): BaseValueObject {
  // The engine's list of errors is closed, but it shows any text that it is given.
  if (isCellError(value)) return new ErrorValueObject(value.error as never, value.message);
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return StringValueObject.create(value ?? "");
}

function functionInfo(namespace: string, description: FunctionDescription, { enums = [] }: FunctionMetadata): IFunctionInfo {
  return {
    functionName: typedName(namespace, description),
    functionType: FunctionType.User,
    description: description.description ?? "",
    abstract: description.description ?? "",
    functionParameter: description.parameters.map(({ name, description: detail = "", optional, customEnumId }) => {
      const choices =
        enums.find(({ id }) => id === customEnumId)?.values.map(({ stringValue, numberValue }) => String(stringValue ?? numberValue)) ?? [];
      return {
        name,
        detail: choices.length ? `${detail} One of: ${choices.join(", ")}.` : detail,
        example: "",
        require: optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
        repeat: BooleanNumber.FALSE,
      };
    }),
  };
}
