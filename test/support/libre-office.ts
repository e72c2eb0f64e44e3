/** LibreOffice, where it is installed: an independent reader and writer of workbooks. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const places = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

function findProgram(): string | undefined {
  const onPath = (process.env["PATH"] ?? "").split(path.delimiter).map((folder) => path.join(folder, "soffice"));
  return [...onPath, ...places].find((file) => existsSync(file));
}

const program = findProgram();

/**
 * A test that needs LibreOffice. Where there is none, a test stands in its place whose name says that it was skipped, and
 * the same is printed: nobody should take it for proven.
 */
export function libreOfficeTest(name: string, check: () => Promise<void>): void {
  if (program === undefined) {
    test(`SKIPPED, LibreOffice was not found: ${name}`, () => {
      process.stderr.write(`SKIPPED, LibreOffice was not found: ${name}\n`);
    });
  } else test(name, check, 120_000);
}

/** What LibreOffice makes of a file. `to` is a target of `--convert-to`, e.g. `csv` or `xlsx`. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  if (program === undefined) throw new Error("LibreOffice was not found.");
  const folder = mkdtempSync(path.join(tmpdir(), "libre-office-"));
  try {
    const source = path.join(folder, `workbook.${from}`);
    writeFileSync(source, bytes);
    const outcome = spawnSync(
      program,
      [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", to, "--outdir", path.join(folder, "out"), source],
      { encoding: "utf8", timeout: 100_000 },
    );
    const target = path.join(folder, "out", `workbook.${to.split(":")[0] ?? ""}`);
    if (!existsSync(target)) throw new Error(`LibreOffice did not convert the file: ${outcome.stdout} ${outcome.stderr}`);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
