import { type RefObject, useEffect, useRef } from "react";

/**
 * Where a person has gone on to another page of a view, its heading takes the focus, from the top: the button that led there is gone. Never
 * at the first sight of the view, nor while they work in the sheet or have taken hold of something else here.
 */
export function useHeadingFocus(page: string, first: "seen-first" | "gone-to" = "seen-first"): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(first === "gone-to" ? null : page);
  useEffect(() => {
    const { activeElement } = document;
    const heading = place.current?.querySelector<HTMLElement>("h1");
    if (before.current !== page && heading && document.hasFocus() && (activeElement === null || activeElement === document.body)) {
      heading.tabIndex = -1;
      heading.focus();
      document.documentElement.scrollTop = 0;
    }
    before.current = page;
  }, [page]);
  return place;
}
