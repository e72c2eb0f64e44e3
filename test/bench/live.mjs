/**
 * How long the embedded workbook takes, in a browser: 5,000 live cells until they have settled, one edit among them, a spill of
 * 10,000 × 4, and the longest time in which the page could not have taken a key. Run after a build: node test/bench/live.mjs.
 */
import { chromium } from "playwright-core";
import { browserFlags, testBrowser } from "../../tools/browser.mjs";
import { serve } from "../../tools/server.mjs";

const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: await testBrowser(), args: browserFlags(server) });
const page = await browser.newPage();
await page.goto(`${server.url}host/?fresh`);
await page.waitForFunction(() => "embeddedWorkbook" in window);
await page.evaluate(() => {
  let last = performance.now();
  window.longestPause = 0;
  setInterval(() => {
    const now = performance.now();
    window.longestPause = Math.max(window.longestPause, now - last);
    last = now;
  }, 0);
});
const frame = page.frames()[1];
await frame.waitForFunction(() => "Excel" in window);

/** Runs in the add-in's page and waits until formulas and functions have settled. */
async function timed(name, work, argument) {
  await page.evaluate(() => (window.longestPause = 0));
  const started = performance.now();
  await frame.evaluate(work, argument);
  await page.evaluate(() => window.embeddedWorkbook.settled());
  const pause = await page.evaluate(() => window.longestPause);
  console.log(`${name}: ${Math.round(performance.now() - started)} ms, longest pause ${Math.round(pause)} ms`);
}

const write = ({ address, values }) =>
  Excel.run(async (context) => {
    const first = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    first.getResizedRange(values.length - 1, values[0].length - 1).formulas = values;
    await context.sync();
  });
const levels = Array.from({ length: 10_000 }, (_, row) => Array.from({ length: 16 }, (_, column) => 1 + ((row + column) % 3)));
await timed("160,000 levels written", write, { address: "A1", values: levels });
const scores = Array.from({ length: 5000 }, (_, row) => [`=JOB.JESCORE(A${row + 1}:P${row + 1})`]);
await timed("5,000 live cells", write, { address: "R1", values: scores });
await timed("one edit among them", write, { address: "A1", values: [[2]] });
await timed("a spill of 10,000 × 4", write, { address: "T1", values: [["=JOB.JEEVALUATE(A1:P10000)"]] });
await browser.close();
await server.close();
