/**
 * A certificate for https://localhost, which Excel and office.js insist on. One that was installed for Office add-ins on
 * this machine is used where it is valid; else one is made for this project alone and nothing is installed.
 */
import { createHash, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import devCerts from "office-addin-dev-certs";

const installedFolder = path.join(homedir(), ".office-addin-dev-certs");
const ownFolder = path.resolve(".cache/certificate");
const validDays = 30;
const dayMs = 86_400_000;

/** @returns {Promise<{ cert: string, key: string, keyHash: string }>} PEM texts, and the key's hash by which a browser can be told to trust it. */
export async function certificate() {
  const read = readValid(installedFolder) ?? readValid(ownFolder) ?? (await make());
  const publicKey = new X509Certificate(read.cert).publicKey.export({ type: "spki", format: "der" });
  return { ...read, keyHash: createHash("sha256").update(publicKey).digest("base64") };
}

function readValid(folder) {
  const [certFile, keyFile] = ["localhost.crt", "localhost.key"].map((name) => path.join(folder, name));
  if (!existsSync(certFile) || !existsSync(keyFile)) return undefined;
  const [cert, key] = [certFile, keyFile].map((file) => readFileSync(file, "utf8"));
  const lastDay = Date.parse(new X509Certificate(cert).validTo);
  return lastDay - Date.now() > dayMs ? { cert, key } : undefined;
}

async function make() {
  rmSync(ownFolder, { recursive: true, force: true });
  mkdirSync(ownFolder, { recursive: true });
  const [authority, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => path.join(ownFolder, name));
  await devCerts.generateCertificates(authority, cert, key, validDays, ["localhost", "127.0.0.1"]);
  const made = readValid(ownFolder);
  if (!made) throw new Error(`No valid certificate came about in ${ownFolder}.`);
  return made;
}
