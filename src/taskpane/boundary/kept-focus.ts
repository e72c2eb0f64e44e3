import { type RefObject, useEffect } from "react";

const FOCUSABLE = 'button, input, select, textarea, summary, [tabindex="0"]';

/** A control that goes away when it is used (the only scenario to bring back, a pay table to drop) hands the focus to its nearest neighbour. */
export function useKeptFocus(view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = view;
    if (current === null) return undefined;
    let around: readonly Element[] = [];
    const note = ({ target }: FocusEvent): void => {
      const found: Element[] = [];
      for (let element = target as Element | null; element !== null && element !== current.parentElement; element = element.parentElement)
        found.push(element);
      around = found;
    };
    const look = (): void => {
      const [last, ...above] = around;
      if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
      const near = above.find((element) => element.isConnected && element.querySelector(FOCUSABLE) !== null);
      near?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    };
    const observer = new MutationObserver(look);
    observer.observe(current, { childList: true, subtree: true });
    current.addEventListener("focusin", note);
    return () => {
      observer.disconnect();
      current.removeEventListener("focusin", note);
    };
  }, [view]);
}
