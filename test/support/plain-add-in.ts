import type { BrowserContext } from "playwright-core";

/**
 * An add-in that does nothing: a page with office.js and a command handler, for tests of the embedded workbook itself. It is
 * answered in the browser, beside the built files, and opened with `?manifest=/plain/manifest.xml`.
 */
export const plainAddIn = "?fresh&manifest=/plain/manifest.xml";

export async function servePlainAddIn(context: BrowserContext, url: string): Promise<void> {
  const answer = (path: string, contentType: string, body: string) =>
    context.route(`${url}plain/${path}*`, (route) => route.fulfill({ contentType, body }));
  await answer("manifest.xml", "application/xml", manifest(url));
  await answer("functions.json", "application/json", JSON.stringify({ functions: [] }));
  await answer("page.html", "text/html", page);
}

const page = `<!doctype html><title>Plain add-in</title><script src="/office.js"></script>
<script>
  Office.onReady(() => Office.actions.associate("nothing", (event) => event.completed()));
</script>`;

function manifest(url: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <DisplayName DefaultValue="Plain add-in" />
  <VersionOverrides>
    <ExtensionPoint xsi:type="CustomFunctions">
      <Page><SourceLocation resid="page" /></Page>
      <Metadata><SourceLocation resid="functions" /></Metadata>
      <Namespace resid="namespace" />
    </ExtensionPoint>
    <Resources>
      <bt:Url id="page" DefaultValue="${url}plain/page.html" />
      <bt:Url id="functions" DefaultValue="${url}plain/functions.json" />
      <bt:String id="namespace" DefaultValue="PLAIN" />
    </Resources>
  </VersionOverrides>
</OfficeApp>`;
}
