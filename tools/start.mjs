/**
 * `npm start`: serves the add-in and its embedded workbook and opens them in a browser window with a profile of its own.
 * On first start the workbook presses "Insert sample register" and "Show pane". PORT chooses another port.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { browserFlags, installedBrowser } from "./browser.mjs";
import { defaultPort, serve } from "./server.mjs";

const server = await serve({ port: Number(process.env.PORT ?? defaultPort) }).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const page = `${server.url}host/?press=JobEvaluation.InsertSample&press=JobEvaluation.ShowPane`;
console.log(`\nThe register is at ${page}\nEnd with Ctrl+C.\n`);

const browser = hasDisplay() ? installedBrowser() : undefined;
if (browser) {
  const profile = path.resolve(".cache/browser");
  spawn(browser, [...browserFlags(server), `--user-data-dir=${profile}`, `--app=${page}`], { stdio: "ignore", detached: true }).unref();
} else {
  const why = hasDisplay() ? "No Chrome, Edge or Chromium was found" : "There is no display here";
  console.log(
    `${why}, so nothing was opened. Open the address yourself. The browser will warn once about the certificate, which was made\n` +
      'on this machine for "localhost": choose "Advanced", then "Proceed to localhost".\n',
  );
}

process.on("SIGINT", () => void server.close().then(() => process.exit(0)));

function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
