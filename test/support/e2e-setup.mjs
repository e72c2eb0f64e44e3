/** Serves the built files for all browser tests and says in the environment where they are and which browser to use. */
import { browserFlags, testBrowser } from "../../tools/browser.mjs";
import { serve } from "../../tools/server.mjs";

export default async function setUp() {
  const server = await serve({ port: 0 });
  globalThis.stopWorkbench = () => server.close();
  process.env.WORKBENCH = JSON.stringify({
    url: server.url,
    executablePath: await testBrowser(),
    args: browserFlags(server),
  });
}
