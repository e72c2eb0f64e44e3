import { request } from "node:https";

/** The address as it is written: a browser would tidy it up first. */
function status(path: string, method = "GET"): Promise<{ code: number; policy: string }> {
  const { url } = JSON.parse(process.env["WORKBENCH"] ?? "{}") as { url: string };
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve({ code: response.statusCode ?? 0, policy: String(response.headers["content-security-policy"] ?? "") });
    })
      .on("error", reject)
      .end();
  });
}

describe("the server for one's own machine", () => {
  test.each(["/../package.json", "/host/../../package.json", "/host/%2e%2e/%2e%2e/package.json", "/%zz", "/nothing.js", "/host/nothing"])(
    "%s is not there",
    async (path) => {
      expect((await status(path)).code).toBe(404);
    },
  );

  test("nothing but reading", async () => {
    expect((await status("/taskpane.html", "POST")).code).toBe(404);
  });

  test("every page comes with a policy that lets no foreign script and no eval in", async () => {
    for (const path of ["/taskpane.html", "/host/", "/functions.json"]) {
      const { code, policy } = await status(path);
      expect(code).toBe(200);
      expect(policy).toMatch(/default-src 'none'; script-src 'self'/);
      expect(policy).not.toMatch(/unsafe-eval/);
    }
  });
});
