import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import type { Book } from "./book";

interface Setting {
  readonly book: Book;
  readonly name: string;
}

/** The add-in's settings in the document; `Office.context.document.settings` shows the same ones. */
export const settingCollectionType: HostType<{ readonly book: Book }> = {
  name: "SettingCollection",
  items: ({ book }) => [...book.settings.keys()].map((name) => hostObject(settingType, { book, name })),
  item: ({ book }, key) => {
    const found = findSetting(book, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `There is no setting "${String(key)}".`);
    return found;
  },
  methods: {
    Add: ({ book }, name: string, value: unknown) => {
      book.settings.set(name, JSON.stringify(value ?? null));
      return hostObject(settingType, { book, name });
    },
    GetCount: ({ book }) => book.settings.size,
    GetItemOrNullObject: ({ book }, key: unknown) => findSetting(book, key),
  },
};

const settingType: HostType<Setting> = {
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

function findSetting(book: Book, key: unknown): HostObject | typeof missing {
  const name = String(key);
  return book.settings.has(name) ? hostObject(settingType, { book, name }) : missing;
}
