/** What the embedded workbook takes from an add-in's manifest: where its page and functions are, and its buttons. */

export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly displayName: string;
  readonly pageUrl: string;
  readonly functionsUrl: string;
  readonly namespace: string;
  readonly tabs: readonly Tab[];
  readonly cellMenu: readonly Button[];
}

export interface Tab {
  readonly label: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly label: string;
  readonly buttons: readonly Button[];
}

export interface Button {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Addresses by size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
  readonly action: { readonly kind: "showPane" } | { readonly kind: "execute"; readonly functionName: string };
}

/** @throws where the text is not a manifest with a page, functions and resources. */
export function readManifest(xml: string): Manifest {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const fault = document.querySelector("parsererror");
  if (fault) throw new Error(`The manifest is not well-formed XML: ${fault.textContent}`);
  const resources = readResources(document);
  const functions = find(document, "ExtensionPoint").find((point) => pointType(point) === "CustomFunctions");
  if (!functions) throw new Error("The manifest has no CustomFunctions extension point.");
  return {
    id: find(document, "Id")[0]?.textContent.trim() ?? "",
    version: find(document, "Version")[0]?.textContent.trim() ?? "",
    displayName: find(document, "DisplayName")[0]?.getAttribute("DefaultValue") ?? "",
    pageUrl: resource(resources, child(child(functions, "Page"), "SourceLocation")),
    functionsUrl: resource(resources, child(child(functions, "Metadata"), "SourceLocation")),
    namespace: resource(resources, child(functions, "Namespace")),
    tabs: find(document, "CustomTab").map((tab) => ({
      label: resource(resources, children(tab, "Label")[0]),
      groups: children(tab, "Group").map((group) => ({
        label: resource(resources, children(group, "Label")[0]),
        buttons: children(group, "Control").map((control) => readButton(control, resources)),
      })),
    })),
    cellMenu: find(document, "OfficeMenu")
      .filter((menu) => menu.getAttribute("id") === "ContextMenuCell")
      .flatMap((menu) => children(menu, "Control").map((control) => readButton(control, resources))),
  };
}

type Resources = ReadonlyMap<string, string>;

function readResources(document: Document): Resources {
  const entries = ["Image", "Url", "String"].flatMap((name) => find(document, name));
  return new Map(
    entries.flatMap((entry): [string, string][] => {
      const id = entry.getAttribute("id");
      return id === null ? [] : [[id, entry.getAttribute("DefaultValue") ?? ""]];
    }),
  );
}

function readButton(control: Element, resources: Resources): Button {
  const action = children(control, "Action")[0];
  const kind = action?.getAttributeNS(schemaInstance, "type");
  const icon = children(control, "Icon")[0];
  return {
    id: control.getAttribute("id") ?? "",
    label: resource(resources, children(control, "Label")[0]),
    tip: resource(resources, children(children(control, "Supertip")[0], "Description")[0]),
    icons: new Map(children(icon, "Image").map((image) => [Number(image.getAttribute("size")), resource(resources, image)])),
    action:
      kind === "ExecuteFunction"
        ? { kind: "execute", functionName: children(action, "FunctionName")[0]?.textContent ?? "" }
        : { kind: "showPane" },
  };
}

const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

function pointType(element: Element): string | null {
  return element.getAttributeNS(schemaInstance, "type");
}

/** By local name, since manifests spread their elements over several namespaces. */
function find(parent: Document | Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

function children(parent: Element | undefined, name: string): Element[] {
  return [...(parent?.children ?? [])].filter((element) => element.localName === name);
}

function child(parent: Element, name: string): Element {
  const found = children(parent, name)[0];
  if (!found) throw new Error(`The manifest's ${parent.localName} has no ${name}.`);
  return found;
}

function resource(resources: Resources, element: Element | undefined): string {
  const id = element?.getAttribute("resid") ?? "";
  const value = resources.get(id);
  if (value === undefined) throw new Error(`The manifest names the resource "${id}", which it does not hold.`);
  return value;
}
