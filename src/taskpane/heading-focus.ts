import { type RefObject, useEffect, useRef } from "react";

/**
 * Where a person has gone on to another page of a view, its heading takes the focus, from the top: the button that led there is gone. Never
 * at the first sight of the view, nor while they work in the sheet or have taken hold of something else here.
 */
export function useHeadingFocus(page: string, first: "seen-first" | "gone-to" = "seen-first"): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(first === "gone-to" ? null : page);
  useEffect(() => {
    if (before.current !== page && takeUp(place.current, "h1")) document.documentElement.scrollTop = 0;
    before.current = page;
  }, [page]);
  return place;
}

/** Where what was pressed is gone because of what it did, something near takes the focus up; what is in sight stays so. */
export function useKeptFocus<T extends HTMLElement>(state: string, by: string): RefObject<T | null> {
  const place = useRef<T>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state) takeUp(place.current, by);
    before.current = state;
  }, [state, by]);
  return place;
}

/**
 * Only a focus that is lost is taken up. In Excel on the web office.js moves the focus on Tab, among elements that have a tab stop, and leaves
 * the pane from any other: so a heading has one as long as it has the focus. (For the same reason each `summary` is given one.)
 */
function takeUp(place: HTMLElement | null, selector: string): boolean {
  const { activeElement } = document;
  const target = place?.querySelector<HTMLElement>(selector);
  if (!target || !document.hasFocus() || (activeElement !== null && activeElement !== document.body)) return false;
  if (/^H\d$/.test(target.tagName)) {
    target.tabIndex = 0;
    target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
  }
  target.focus({ preventScroll: true });
  return true;
}
