import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";

const script = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds in the pane as it is shown: rule by rule, with the elements. */
export async function violations(pane: Frame): Promise<unknown> {
  await pane.evaluate(script);
  return pane.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: object) => Promise<Found> } };
    // The component library's own focus sentinels pass the focus on at once; they hold no content.
    return (await axe.run({ exclude: ["[data-tabster-dummy]"] })).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}
