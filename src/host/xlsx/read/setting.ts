import { child, children } from "../xml";
import type { Package } from "./package";

/**
 * The settings of an add-in, where Excel keeps them: in the web extension part that names the add-in. A file may hold
 * several add-ins; the settings of others are theirs.
 */
export function readSettings(file: Package, addInId: string): Map<string, string> {
  const settings = new Map<string, string>();
  for (const panes of file.relations("").of("webextensiontaskpanes")) {
    for (const part of file.relations(panes).of("webextension")) {
      const extension = file.xml(part);
      if (child(extension, "reference")?.attributes["id"]?.toLowerCase() !== addInId.toLowerCase()) continue;
      for (const { attributes } of children(child(extension, "properties"), "property"))
        settings.set(attributes["name"] ?? "", attributes["value"] ?? "");
    }
  }
  return settings;
}
