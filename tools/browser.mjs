/** Finds a browser: an installed Chrome, Edge or Chromium, or for tests on Linux the one in an npm package. */
import { existsSync } from "node:fs";
import path from "node:path";

const { env, platform, arch } = process;

const places = {
  linux: ["google-chrome", "google-chrome-stable", "microsoft-edge", "chromium", "chromium-browser"].flatMap((name) =>
    ["/usr/bin", "/usr/local/bin", "/snap/bin"].map((folder) => path.join(folder, name)),
  ),
  darwin: ["Google Chrome", "Microsoft Edge", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].flatMap((name) =>
    [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean).map((folder) => path.join(folder, name)),
  ),
};

/** The browser that BROWSER_PATH names, or one that is installed; undefined where there is none. */
export function installedBrowser() {
  if (env.BROWSER_PATH) {
    if (existsSync(env.BROWSER_PATH)) return env.BROWSER_PATH;
    throw new Error(`BROWSER_PATH names ${env.BROWSER_PATH}, which does not exist.`);
  }
  return (places[platform] ?? []).find((file) => existsSync(file));
}

/** For tests: without a window, so the package's own browser will do. */
export async function testBrowser() {
  const installed = installedBrowser();
  if (installed) return installed;
  if (platform === "linux" && arch === "x64") {
    // Makes the package unpack the system libraries that a bare machine lacks.
    env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
    const { default: chromium } = await import("@sparticuz/chromium");
    return chromium.executablePath();
  }
  throw new Error("No Chrome, Edge or Chromium was found. Install one, or name one in BROWSER_PATH.");
}

/** Flags for both: quiet, a profile of its own, and trust in the one key that our server uses. */
export function browserFlags({ keyHash }) {
  return [
    `--ignore-certificate-errors-spki-list=${keyHash}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-dev-shm-usage",
    // A browser refuses to start its sandbox as root (containers).
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}
