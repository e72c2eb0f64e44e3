/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actionNames } from "../../src/commands/action";
import { releaseManifest } from "../../tools/manifest.cjs";

const ROOT = join(__dirname, "..", "..");
const text = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const BASE = "https://localhost:3000/";
const xml = parse(text);

function parse(source: string): Document {
  const parsed = new DOMParser().parseFromString(source, "application/xml");
  if (parsed.querySelector("parsererror")) throw new Error("manifest.xml is not well-formed XML");
  return parsed;
}

function all(name: string, within: Document | Element = xml): Element[] {
  return [...within.getElementsByTagName(name)];
}

function one(name: string, within: Document | Element = xml): Element {
  const [first, ...others] = all(name, within);
  if (!first || others.length > 0) throw new Error(`${name}: expected one, found ${first ? others.length + 1 : 0}`);
  return first;
}

const children = (element: Element): string[] => [...element.children].map((child) => child.tagName);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";

/** Each resource by id, with the element that holds its kind. */
const resources = new Map(
  ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"].flatMap((kind) =>
    [...one(kind).children].map((entry) => [attribute(entry, "id"), { kind, value: attribute(entry, "DefaultValue") }] as const),
  ),
);

/** Where Excel's schema allows an element only in this order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
};

/** [MS-OWEMXML]: Runtimes stands before the form factors; functions live in AllFormFactors. */
const HOST_ORDER = ["Runtimes", "AllFormFactors", "DesktopFormFactor"];

describe("element order", () => {
  test.each(Object.entries(ORDER))("%s", (name, order) => {
    const found = all(name);
    expect(found.length).toBeGreaterThan(0);
    for (const element of found) {
      const places = children(element).map((child) => order.indexOf(child));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test("the workbook host", () => {
    const host = all("Host").find((element) => attribute(element, "xsi:type") === "Workbook");
    expect(host && children(host)).toEqual(HOST_ORDER);
  });

  test("actions", () => {
    for (const action of all("Action")) {
      const shown = attribute(action, "xsi:type") === "ShowTaskpane";
      expect(children(action)).toEqual(shown ? ["TaskpaneId", "SourceLocation", "Title"] : ["FunctionName"]);
    }
  });
});

describe("resources", () => {
  const KIND_OF: Readonly<Record<string, string>> = {
    Runtime: "bt:Urls",
    SourceLocation: "bt:Urls",
    FunctionFile: "bt:Urls",
    LearnMoreUrl: "bt:Urls",
    Namespace: "bt:ShortStrings",
    Title: "bt:ShortStrings",
    Label: "bt:ShortStrings",
    Description: "bt:LongStrings",
    "bt:Image": "bt:Images",
  };
  const uses = all("*").filter((element) => element.hasAttribute("resid"));

  test("every resid names a resource of the right kind", () => {
    for (const use of uses) {
      const id = attribute(use, "resid");
      expect({ id, kind: resources.get(id)?.kind }).toEqual({ id, kind: KIND_OF[use.tagName] });
    }
  });

  test("every resource is used, is named once and has an id of at most 32 characters", () => {
    const used = new Set(uses.map((use) => attribute(use, "resid")));
    const ids = [...one("Resources").children].flatMap((kind) => [...kind.children].map((entry) => attribute(entry, "id")));
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test("texts fit: short ones 125 characters, long ones 250, name 125, description 250", () => {
    for (const [id, { kind, value }] of resources) {
      const limit = kind === "bt:ShortStrings" ? 125 : kind === "bt:LongStrings" ? 250 : 2048;
      expect({ id, fits: value.length > 0 && value.length <= limit }).toEqual({ id, fits: true });
    }
    expect(attribute(one("DisplayName"), "DefaultValue").length).toBeLessThanOrEqual(125);
    const description = all("Description").find((element) => element.hasAttribute("DefaultValue"));
    expect(description && attribute(description, "DefaultValue").length).toBeLessThanOrEqual(250);
  });

  test("control ids are unique and at most 125 characters", () => {
    const ids = ["CustomTab", "Group", "Control"].flatMap((name) => all(name).map((element) => attribute(element, "id")));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 125)).toEqual([]);
  });
});

describe("addresses and icons", () => {
  const addresses = all("*")
    .map((element) => attribute(element, "DefaultValue"))
    .filter((value) => value.includes("://"));

  test("every address is https and on the development server", () => {
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address.startsWith(BASE))).toEqual([]);
  });

  test("each icon file exists with the pixel size its place asks for", () => {
    const wanted = [
      ...all("bt:Image")
        .filter((image) => image.hasAttribute("size"))
        .map((image) => ({
          address: resources.get(attribute(image, "resid"))?.value ?? "",
          size: Number(attribute(image, "size")),
        })),
      { address: attribute(one("IconUrl"), "DefaultValue"), size: 32 },
      { address: attribute(one("HighResolutionIconUrl"), "DefaultValue"), size: 64 },
    ];
    for (const { address, size } of wanted) {
      const png = readFileSync(join(ROOT, address.slice(BASE.length)));
      // A PNG's first chunk, IHDR, holds width and height at bytes 16 and 20.
      expect({ address, width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({ address, width: size, height: size });
    }
  });

  test("ribbon icons come in all eight sizes, menu icons in the three that are required", () => {
    for (const icon of all("Icon")) {
      const sizes = all("bt:Image", icon).map((image) => Number(attribute(image, "size")));
      const inMenu = icon.closest("OfficeMenu") !== null;
      expect(sizes).toEqual(inMenu ? [16, 32, 80] : [16, 20, 24, 32, 40, 48, 64, 80]);
    }
  });

  test("the icons are drawn from an SVG beside them", () => {
    const drawn = all("bt:Image", one("bt:Images")).map((image) => attribute(image, "DefaultValue").slice(BASE.length));
    expect(drawn.filter((file) => !existsSync(join(ROOT, file.replace(/-\d+\.png$/, ".svg"))))).toEqual([]);
  });
});

describe("the contract with Excel", () => {
  test("one long-lived page serves functions, commands and pane", () => {
    expect(attribute(one("Runtime"), "lifetime")).toBe("long");
    const page = attribute(one("Runtime"), "resid");
    const places = [one("FunctionFile"), one("SourceLocation", one("Page")), ...all("Action").flatMap((a) => all("SourceLocation", a))];
    expect(places.map((place) => attribute(place, "resid"))).toEqual(places.map(() => page));
    expect(resources.get(page)?.value).toBe(attribute(one("SourceLocation", one("DefaultSettings")), "DefaultValue"));
  });

  test("function script and metadata are those that the build makes", () => {
    expect(resources.get(attribute(one("SourceLocation", one("Script")), "resid"))?.value).toBe(`${BASE}functions.js`);
    expect(resources.get(attribute(one("SourceLocation", one("Metadata")), "resid"))?.value).toBe(`${BASE}functions.json`);
    expect(resources.get(attribute(one("Namespace"), "resid"))?.value).toBe("JOB");
  });

  test("it asks for no more of Excel than it needs", () => {
    const sets = all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
    expect(sets).toEqual([
      ["CustomFunctionsRuntime", "1.3"],
      ["SharedRuntime", "1.1"],
      ["ExcelApi", "1.9"],
    ]);
    expect(one("Permissions").textContent).toBe("ReadWriteDocument");
  });

  test("every action has a handler and every handler an action", () => {
    const named = all("FunctionName").map((element) => element.textContent);
    expect(named.sort()).toEqual([...actionNames].sort());
  });
});

describe("a release", () => {
  const RELEASE = { baseUrl: "https://addin.example.org/jobs/", id: "0f4f2f0c-2d0e-4d4b-9d57-6d0a3f0e5b11" };

  test("has its own id and addresses, and the same namespace", () => {
    const released = releaseManifest(text, RELEASE);
    const document = parse(released);
    expect(one("Id", document).textContent).toBe(RELEASE.id);
    expect(released).not.toContain("localhost");
    expect(attribute(one("DisplayName", document), "DefaultValue")).toBe("Job Evaluation Register");
    expect(released).toContain('id="Functions.Namespace" DefaultValue="JOB"');
    expect(released).toContain('DefaultValue="https://addin.example.org/jobs/taskpane.html"');
  });

  test.each([
    ["plain http", { ...RELEASE, baseUrl: "http://addin.example.org/" }],
    ["no closing slash", { ...RELEASE, baseUrl: "https://addin.example.org" }],
    ["a query", { ...RELEASE, baseUrl: "https://addin.example.org/?v=1/" }],
    ["localhost", { ...RELEASE, baseUrl: BASE }],
    ["no GUID", { ...RELEASE, id: "release" }],
    ["the development id", { ...RELEASE, id: one("Id").textContent }],
  ])("is refused with %s", (_fault, settings) => {
    expect(() => releaseManifest(text, settings)).toThrow(/release/i);
  });

  test("is refused unless address and id are given", () => {
    expect(() => releaseManifest(text, {})).toThrow(/address.*id/);
    expect(() => releaseManifest(text, { baseUrl: RELEASE.baseUrl })).toThrow(/id \(a GUID/);
    expect(() => releaseManifest(text, { id: RELEASE.id })).toThrow(/address/);
  });
});
