import { type ReactNode, use, useLayoutEffect, useRef, useState } from "react";
import { SummaryContext } from "./Disclosure";
import { useBoundaryStyles } from "./style";

interface WideTableProps {
  readonly caption: string;
  readonly children: ReactNode;
}

/** A table that scrolls by itself where the pane is too narrow for it; then the arrow keys scroll it too. */
export function WideTable({ caption, children }: WideTableProps) {
  const shared = useBoundaryStyles();
  const frame = useRef<HTMLDivElement>(null);
  const above = use(SummaryContext);
  const repeated = above !== "" && caption.startsWith(above) ? above : "";
  const more = caption.slice(repeated.length).replace(/^[.:;,]?\s*/, "");
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null || typeof ResizeObserver === "undefined") return undefined;
    const look = (): void => setScrolls(current.scrollWidth > current.clientWidth);
    const observer = new ResizeObserver(look);
    observer.observe(current);
    if (current.firstElementChild !== null) observer.observe(current.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} className={shared.scroll} {...(scrolls ? { role: "region", "aria-label": caption, tabIndex: 0 } : {})}>
      <table className={shared.table}>
        <caption className={shared.caption}>
          {repeated !== "" && <span className={shared.unseen}>{repeated}. </span>}
          <span className={shared.captionText}>{more}</span>
        </caption>
        {children}
      </table>
    </div>
  );
}
