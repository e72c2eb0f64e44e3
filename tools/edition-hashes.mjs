/**
 * Writes src/data/hashes.json: the SHA-256 of each edition over its canonical JSON (keys sorted, no white space).
 * The functions load where there is no crypto, so the hashes are computed here and checked by a test.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const data = fileURLToPath(new URL("../src/data/", import.meta.url));

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(",")}}`;
}

export const hashOf = (value) => createHash("sha256").update(canonical(value), "utf8").digest("hex");

/** The hash of every edition file under a folder of src/data, by the edition's id. */
export function editionHashes(folders = ["schemes", "profiles", "pay"]) {
  const hashes = {};
  for (const folder of folders)
    for (const file of readdirSync(join(data, folder), { recursive: true }).sort())
      // Descriptions explain an edition; they are no part of its figures.
      if (String(file).endsWith(".json") && !String(file).endsWith(".description.json")) {
        const edition = JSON.parse(readFileSync(join(data, folder, String(file)), "utf8"));
        hashes[edition.id] = hashOf(edition);
      }
  return hashes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(data, "hashes.json"), `${JSON.stringify(editionHashes(), null, 2)}\n`);
}
