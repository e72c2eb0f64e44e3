import { HostFailure } from "../executor/failure";
import { hostObject, isHostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { parseAddress } from "../workbook/address";
import type { SheetPort } from "../workbook/port";
import type { Book } from "./book";
import { rangeObject } from "./range";
import type { RangeReference } from "./reference";
import { absoluteAddress, findTable, rangeOfFormula, sameName, SheetReference } from "./reference";
import { worksheetType } from "./worksheet";

/** The names of the workbook, or those that one sheet alone knows. */
interface NameCollection {
  readonly book: Book;
  readonly sheet?: SheetPort;
}

interface Named extends NameCollection {
  readonly name: string;
}

export const namedItemCollectionType: HostType<NameCollection> = {
  name: "NamedItemCollection",
  items: (collection) => [...namesOf(collection).keys()].map((name) => hostObject(namedItemType, { ...collection, name })),
  item: (collection, key) => {
    const found = findName(collection, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `There is no name "${String(key)}".`);
    return found;
  },
  methods: {
    Add: (collection, name: string, place: unknown) =>
      add(collection, name, isHostObject(place) ? `=${absoluteAddress(place.target as RangeReference)}` : String(place)),
    AddFormulaLocal: add,
    GetCount: (collection) => namesOf(collection).size,
    GetItemOrNullObject: findName,
  },
};

const namedItemType: HostType<Named> = {
  name: "NamedItem",
  id: ({ name }) => name,
  properties: {
    Name: { get: ({ name }) => name },
    Formula: {
      get: formulaOf,
      set: (target, formula: string) => (target.sheet ?? target.book.port).setName(target.name, formula),
    },
    Scope: { get: ({ sheet }) => (sheet ? "Worksheet" : "Workbook") },
    Visible: { get: () => true },
    Type: { get: (target) => typeOf(target) },
    Value: { get: (target) => rangeOf(target)?.address ?? constantOf(target) ?? formulaOf(target) },
  },
  navigations: {
    Worksheet: ({ book, sheet }) => {
      if (!sheet) throw new HostFailure("ItemNotFound", "The name belongs to the workbook, not to a worksheet.");
      return hostObject(worksheetType, new SheetReference(book, sheet));
    },
    WorksheetOrNullObject: ({ book, sheet }) => (sheet ? hostObject(worksheetType, new SheetReference(book, sheet)) : missing),
  },
  methods: {
    Delete: ({ book, sheet, name }) => (sheet ?? book.port).setName(name, undefined),
    GetRange: (target) => {
      const range = rangeOf(target);
      if (!range) throw new HostFailure("ItemNotFound", `The name "${target.name}" stands for no range.`);
      return rangeObject(range);
    },
    GetRangeOrNullObject: (target) => {
      const range = rangeOf(target);
      return range ? rangeObject(range) : missing;
    },
  },
};

function add(collection: NameCollection, name: string, formula: string): HostObject {
  if (!/^[A-Za-z_\\][A-Za-z0-9_.\\]*$/.test(name) || name.length > 255 || parseAddress(name) || /^[rc]$/i.test(name)) {
    throw new HostFailure("InvalidArgument", `"${name}" cannot be a name.`);
  }
  if (findName(collection, name) !== missing || (!collection.sheet && findTable(collection.book, name)?.name().length)) {
    throw new HostFailure("ItemAlreadyExists", `There is already a name "${name}".`);
  }
  (collection.sheet ?? collection.book.port).setName(name, formula.startsWith("=") ? formula : `=${formula}`);
  return hostObject(namedItemType, { ...collection, name });
}

function namesOf({ book, sheet }: NameCollection): ReadonlyMap<string, string> {
  return (sheet ?? book.port).names();
}

function findName(collection: NameCollection, key: unknown): HostObject | typeof missing {
  const name = [...namesOf(collection).keys()].find((known) => sameName(known, String(key)));
  return name === undefined ? missing : hostObject(namedItemType, { ...collection, name });
}

function formulaOf(target: Named): string {
  const formula = namesOf(target).get(target.name);
  if (formula === undefined) throw new HostFailure("ItemNotFound", `The name "${target.name}" has been deleted.`);
  return formula;
}

function rangeOf(target: Named): RangeReference | undefined {
  return rangeOfFormula(target.book, target.sheet ?? target.book.port.activeSheet(), formulaOf(target));
}

/** A number, a text or a truth value that the name stands for; anything else is a formula, and not calculated here. */
function constantOf(target: Named): number | string | boolean | undefined {
  const text = formulaOf(target).slice(1);
  if (/^".*"$/s.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function typeOf(target: Named): string {
  if (formulaOf(target).includes("#REF!")) return "Error";
  if (rangeOf(target)) return "Range";
  const constant = constantOf(target);
  if (typeof constant === "number") return Number.isInteger(constant) ? "Integer" : "Double";
  return typeof constant === "boolean" ? "Boolean" : "String";
}
