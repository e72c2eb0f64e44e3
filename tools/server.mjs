/** Serves the built add-in at `/` and the embedded workbook at `/host/`, over HTTPS, on this machine only. */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import https from "node:https";
import path from "node:path";
import { certificate } from "./certificate.mjs";

export const defaultPort = 3000;
const builtFor = `https://localhost:${defaultPort}/`;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".css": "text/css; charset=utf-8",
};

/** The files that name the address they were built for. */
const addressed = new Set(["/manifest.xml", "/functions.json"]);

const officeHosts =
  "https://*.officeapps.live.com https://*.office.com https://*.sharepoint.com https://excel.cloud.microsoft https://onedrive.live.com";

/**
 * What the add-in's pages may load: their own files and office.js. Styles are inserted by Fluent UI at run time.
 * The deployment guide asks for the same header.
 */
export const addInPolicy = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${officeHosts}`,
].join("; ");

const hostPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * @param {{ port?: number }} options port 0 takes any free one
 * @returns {Promise<{ url: string, keyHash: string, close(): Promise<void> }>}
 */
export async function serve({ port = defaultPort } = {}) {
  for (const folder of ["dist", "build/host"]) {
    if (!existsSync(path.resolve(folder))) throw new Error(`There is no ${folder}. Build first: npm run build`);
  }
  const { cert, key, keyHash } = await certificate();
  const server = https.createServer({ cert, key }, (request, response) => answer(request, response, address(server)));
  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, port)));
    server.listen(port, "localhost", resolve);
  });
  return {
    url: address(server),
    keyHash,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function address(server) {
  return `https://localhost:${server.address().port}/`;
}

function explain(error, port) {
  return error.code === "EADDRINUSE"
    ? new Error(`Port ${port} is taken. Is npm start already running? End that one, or set PORT to another number.`)
    : error;
}

function answer(request, response, url) {
  const { pathname } = new URL(request.url ?? "/", url);
  const inHost = pathname === "/host" || pathname.startsWith("/host/");
  const root = path.resolve(inHost ? "build/host" : "dist");
  const relative = decode(inHost ? pathname.slice("/host".length) : pathname);
  const file = path.join(root, relative === "" || relative?.endsWith("/") ? `${relative}/index.html` : (relative ?? ""));
  const inside = relative !== undefined && file.startsWith(root + path.sep);
  if (request.method !== "GET" || !inside || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end(`There is no ${pathname} here.`);
    return;
  }
  response.writeHead(200, {
    "content-type": types[path.extname(file)] ?? "application/octet-stream",
    "content-security-policy": inHost ? hostPolicy : addInPolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  });
  if (addressed.has(pathname)) response.end(readFileSync(file, "utf8").replaceAll(builtFor, url));
  else createReadStream(file).pipe(response);
}

/** Undefined where the address is no proper one. */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
