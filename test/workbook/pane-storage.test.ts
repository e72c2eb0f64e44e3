import { paneStorage } from "../../src/workbook/pane-storage";

class TabStorage {
  readonly texts = new Map<string, string>();
  full = false;
  getItem = (key: string): string | null => this.texts.get(key) ?? null;
  removeItem = (key: string): void => void this.texts.delete(key);
  setItem = (key: string, text: string): void => {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.texts.set(key, text);
  };
}

function given(storage: PropertyDescriptor): void {
  Object.defineProperty(globalThis, "sessionStorage", { configurable: true, ...storage });
}
const openWorkbook = (url: string): void => void Object.assign(globalThis, { Office: { context: { document: { url } } } });

beforeEach(() => openWorkbook("https://example.org/a.xlsx"));

test("a text is kept for its name and its workbook", () => {
  given({ value: new TabStorage() });
  paneStorage("drafts").write("one");
  expect(paneStorage("drafts").read()).toBe("one");
  expect(paneStorage("other").read()).toBeNull();
  openWorkbook("https://example.org/b.xlsx");
  expect(paneStorage("drafts").read()).toBeNull();
  paneStorage("drafts").write("two");
  openWorkbook("https://example.org/a.xlsx");
  expect(paneStorage("drafts").read()).toBe("one");
  paneStorage("drafts").write(null);
  expect(paneStorage("drafts").read()).toBeNull();
});

test.each<[string, PropertyDescriptor]>([
  [
    "refuses",
    {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    },
  ],
  ["has none", { value: undefined }],
  ["gives null", { value: null }],
])("a browser that %s: nothing is kept, and nothing fails", (_, storage) => {
  given(storage);
  paneStorage("drafts").write("one");
  expect(paneStorage("drafts").read()).toBeNull();
});

test("where the new text has no room, the old one does not come back", () => {
  const storage = new TabStorage();
  given({ value: storage });
  paneStorage("drafts").write("one");
  storage.full = true;
  paneStorage("drafts").write("two");
  expect(paneStorage("drafts").read()).toBeNull();
});

test("a fault of ours is no refusal", () => {
  given({
    get: () => {
      throw new TypeError("a fault");
    },
  });
  expect(() => paneStorage("drafts").read()).toThrow("a fault");
});
