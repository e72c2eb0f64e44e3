import { escapeXml } from "../xml";
import { relationshipNamespace, xmlHead } from "./part";

/** Who an add-in is, by its manifest. */
export interface AddInIdentity {
  readonly id: string;
  readonly version: string;
}

/** The add-in's settings where Excel keeps them: properties of a web extension that names the add-in. */
export function extensionPart(settings: ReadonlyMap<string, string>, { id, version }: AddInIdentity): string {
  const properties = [...settings].map(([name, value]) => `<we:property name="${escapeXml(name)}" value="${escapeXml(value)}"/>`);
  return [
    xmlHead,
    `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${escapeXml(id.toUpperCase())}}">`,
    // Where Excel finds the add-in for itself: as one that was brought in by its manifest.
    `<we:reference id="${escapeXml(id)}" version="${escapeXml(version)}" store="developer" storeType="Registry"/>`,
    `<we:alternateReferences/><we:properties>${properties.join("")}</we:properties><we:bindings/>`,
    `<we:snapshot xmlns:r="${relationshipNamespace}"/></we:webextension>`,
  ].join("");
}

/** A pane that is not shown: without one, Excel has nothing that names the extension. */
export function panesPart(relation: string): string {
  return [
    xmlHead,
    `<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">`,
    `<wetp:taskpane dockstate="right" visibility="0" width="350" row="1">`,
    `<wetp:webextensionref xmlns:r="${relationshipNamespace}" r:id="${relation}"/>`,
    `</wetp:taskpane></wetp:taskpanes>`,
  ].join("");
}
