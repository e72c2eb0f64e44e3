import { useState } from "react";
import type { SavedScenario } from "../../workbook/scenario-store";

interface Said {
  readonly text: string;
  readonly bad: boolean;
}

/** What came of a task; it goes once the scenario shown is another, or has another step or name. */
export function useSaid({ name, edits }: SavedScenario): readonly [Said | null, (said: Said | null) => void] {
  const [said, setSaid] = useState<(Said & { readonly of: string }) | null>(null);
  const of = JSON.stringify([name, edits]);
  return [said?.of === of ? said : null, (next) => setSaid(next === null ? null : { ...next, of })];
}
