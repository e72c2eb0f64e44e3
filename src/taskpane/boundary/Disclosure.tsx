import { createContext, type ReactNode, useState } from "react";
import { useBoundaryStyles } from "./style";

/** What stands above whatever is unfolded: a table below need not say it again. */
export const SummaryContext = createContext("");

/** What is folded away is not made either: a drag redraws only what is seen. */
export function Disclosure({ summary, children }: { readonly summary: string; readonly children: () => ReactNode }) {
  const shared = useBoundaryStyles();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary tabIndex={0} className={shared.summary}>
        {summary}
      </summary>
      {open && <SummaryContext value={summary}>{children()}</SummaryContext>}
    </details>
  );
}
