/**
 * Draws assets/icon/*.svg as PNGs at every size the manifest names. Run by hand after an SVG changes
 * (`node tools/icons.mjs [path of a Chromium]`); the PNGs are committed, so builds need no browser for them.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const FOLDER = new URL("../assets/icon/", import.meta.url);
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

const executablePath = process.argv[2] ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".svg"))) {
    const name = file.replace(".svg", "");
    const svg = readFileSync(new URL(file, FOLDER), "utf8");
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      writeFileSync(new URL(`${name}-${size}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  }
} finally {
  await browser.close();
}
