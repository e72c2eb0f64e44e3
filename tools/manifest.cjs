/**
 * Makes the manifest of a release from the committed one, which is for development. The two differ in id, addresses and the
 * word "(development)" in the name, so that both can be installed side by side; the function namespace stays the same,
 * because saved workbooks hold it for ever.
 */
const DEVELOPMENT_URL = "https://localhost:3000/";
const DEVELOPMENT_MARK = " (development)";
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a release needs to be told; refuses rather than build a release that points at a developer's machine. */
function releaseSettings(environment) {
  const baseUrl = environment.ADDIN_URL;
  const id = environment.ADDIN_ID;
  if (!baseUrl || !id) {
    throw new Error(
      "A release build needs ADDIN_URL (the https address the add-in will be served from, ending in a slash) and ADDIN_ID (a GUID of the release's own).",
    );
  }
  return { baseUrl, id };
}

function developmentId(manifest) {
  const found = /<Id>([^<]+)<\/Id>/.exec(manifest);
  if (!found) throw new Error("manifest.xml has no <Id>.");
  return found[1];
}

function releaseManifest(manifest, { baseUrl, id }) {
  const address = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (!address || address.protocol !== "https:" || !baseUrl.endsWith("/") || address.search || address.hash) {
    throw new Error(`The release address must be an https address that ends in a slash; it is ${baseUrl}.`);
  }
  if (address.hostname === "localhost") throw new Error("The release address must not be localhost.");
  if (/[<>&"']/.test(baseUrl)) throw new Error(`The release address has a character that XML does not allow: ${baseUrl}.`);
  if (!GUID.test(id)) throw new Error(`The release id must be a GUID; it is ${id}.`);
  const development = developmentId(manifest);
  if (id.toLowerCase() === development.toLowerCase()) {
    throw new Error("The release id must differ from the development id, or one would replace the other.");
  }
  return manifest
    .replace(`<Id>${development}</Id>`, `<Id>${id.toLowerCase()}</Id>`)
    .replaceAll(DEVELOPMENT_URL, () => baseUrl)
    .replaceAll(DEVELOPMENT_MARK, "");
}

module.exports = { releaseManifest, releaseSettings };
