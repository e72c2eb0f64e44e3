/**
 * Makes the manifest of a release from the committed one, which is for development. The two differ in id, addresses and the
 * word "(development)" in the name, so that both can be installed side by side; the function namespace stays the same,
 * because saved workbooks hold it for ever.
 */
const DEVELOPMENT_URL = "https://localhost:3000/";
const DEVELOPMENT_MARK = " (development)";
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function developmentId(manifest) {
  const found = /<Id>([^<]+)<\/Id>/.exec(manifest);
  if (!found) throw new Error("manifest.xml has no <Id>.");
  return found[1];
}

function releaseManifest(manifest, { baseUrl, id }) {
  if (!baseUrl || !id) {
    throw new Error(
      "A release needs an address (https, ending in a slash, where the add-in will be served) and an id (a GUID of its own).",
    );
  }
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

module.exports = { releaseManifest };
