import { HostFailure } from "../executor/failure";
import { hostObject, isHostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { RangeReference, sameName, type Book } from "./book";
import { rangeObject } from "./range";
import { tableCollectionType } from "./table";
import { worksheetCollectionType } from "./worksheet";

interface BookReference {
  readonly book: Book;
}

interface Named {
  readonly book: Book;
  readonly name: string;
}

export const workbookType: HostType<BookReference> = {
  name: "Workbook",
  properties: { Name: { get: () => "Embedded workbook.xlsx" } },
  navigations: {
    Worksheets: (target) => hostObject(worksheetCollectionType, target),
    Tables: (target) => hostObject(tableCollectionType, target),
    Names: (target) => hostObject(namedItemCollectionType, target),
    Settings: (target) => hostObject(settingCollectionType, target),
    Application: (target) => hostObject(applicationType, target),
  },
  methods: {
    GetSelectedRange: ({ book }) => rangeObject(new RangeReference(book, book.port.activeSheet(), book.port.selection())),
    GetActiveCell: ({ book }) =>
      rangeObject(new RangeReference(book, book.port.activeSheet(), { ...book.port.selection(), rowCount: 1, columnCount: 1 })),
  },
};

const applicationType: HostType<BookReference> = {
  name: "Application",
  properties: { CalculationMode: { get: () => "Automatic" } },
  methods: { Calculate: ({ book }) => void book.port.settled() },
};

const namedItemCollectionType: HostType<BookReference> = {
  name: "NamedItemCollection",
  items: ({ book }) => [...book.port.names().keys()].map((name) => hostObject(namedItemType, { book, name })),
  item: ({ book }, key) => {
    const found = findName(book, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `There is no name "${String(key)}".`);
    return found;
  },
  methods: {
    Add: ({ book }, name: string, place: unknown) => {
      if (findName(book, name) !== missing) throw new HostFailure("ItemAlreadyExists", `There is already a name "${name}".`);
      book.port.setName(name, isHostObject(place) ? `=${(place.target as RangeReference).address}` : String(place));
      return hostObject(namedItemType, { book, name });
    },
    GetItemOrNullObject: ({ book }, key: unknown) => findName(book, key),
  },
};

const namedItemType: HostType<Named> = {
  name: "NamedItem",
  id: ({ name }) => name,
  properties: {
    Name: { get: ({ name }) => name },
    Formula: { get: ({ book, name }) => book.port.names().get(name) },
  },
  methods: { Delete: ({ book, name }) => book.port.setName(name, undefined) },
};

/** The add-in's settings in the document; `Office.context.document.settings` shows the same ones. */
const settingCollectionType: HostType<BookReference> = {
  name: "SettingCollection",
  items: ({ book }) => [...book.settings.keys()].map((name) => hostObject(settingType, { book, name })),
  item: ({ book }, key) => {
    const found = findSetting(book, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `There is no setting "${String(key)}".`);
    return found;
  },
  methods: {
    Add: ({ book }, name: string, value: unknown) => {
      book.settings.set(name, JSON.stringify(value));
      return hostObject(settingType, { book, name });
    },
    GetCount: ({ book }) => book.settings.size,
    GetItemOrNullObject: ({ book }, key: unknown) => findSetting(book, key),
  },
};

const settingType: HostType<Named> = {
  name: "Setting",
  id: ({ name }) => name,
  properties: {
    Key: { get: ({ name }) => name },
    Value: {
      get: ({ book, name }) => JSON.parse(book.settings.get(name) ?? "null") as unknown,
      set: ({ book, name }, value: unknown) => book.settings.set(name, JSON.stringify(value)),
    },
  },
  methods: { Delete: ({ book, name }) => book.settings.delete(name) },
};

function findName(book: Book, key: unknown): HostObject | typeof missing {
  const name = [...book.port.names().keys()].find((known) => sameName(known, String(key)));
  return name === undefined ? missing : hostObject(namedItemType, { book, name });
}

function findSetting(book: Book, key: unknown): HostObject | typeof missing {
  const name = String(key);
  return book.settings.has(name) ? hostObject(settingType, { book, name }) : missing;
}
