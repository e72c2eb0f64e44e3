/** A part of the pane rendered in jsdom, and what a person does with it. */
import axe from "axe-core";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";

export interface Rendered {
  readonly container: () => HTMLElement;
  readonly show: (node: ReactNode) => void;
  readonly text: () => string;
  /** By its whole name, as it is read out or as it is seen, or by a pattern. */
  readonly buttons: (name: string | RegExp) => HTMLButtonElement[];
  readonly button: (name: string | RegExp) => HTMLButtonElement;
  readonly press: (name: string | RegExp) => void;
  /** The field with this label. */
  readonly field: (label: string) => HTMLInputElement | HTMLSelectElement;
  readonly fill: (element: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string) => void;
  /** What axe finds, contrast and layout apart, which need a browser. */
  readonly violations: () => Promise<unknown>;
}

/** Inside the pane's own frame: theme and landmark. */
export const inPane = (node: ReactNode): ReactNode => (
  <FluentProvider theme={webLightTheme}>
    <main>{node}</main>
  </FluentProvider>
);

/** A document of its own for each test of the file. */
export function rendered(): Rendered {
  let root: Root;
  let container: HTMLElement;
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // jsdom has neither styles of pseudo-elements nor canvases, and complains whenever axe asks for them.
  const computedStyle = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element) => computedStyle(element);
  HTMLCanvasElement.prototype.getContext = () => null;
  // A browser's window keeps the focus when the element that had it is gone; jsdom's does not.
  document.hasFocus = () => true;
  beforeEach(() => {
    document.documentElement.lang = "en-GB";
    document.title = "Job evaluation";
    container = document.body.appendChild(document.createElement("div"));
    root = createRoot(container);
  });
  afterEach(() => {
    act(() => root.unmount());
    container.remove();
  });

  const labelOf = (button: HTMLButtonElement): string => button.getAttribute("aria-label") ?? button.textContent;
  const buttons = (name: string | RegExp): HTMLButtonElement[] =>
    [...container.querySelectorAll("button")].filter((one) =>
      [labelOf(one), one.textContent].some((label) => (typeof name === "string" ? label === name : name.test(label))),
    );
  const button = (name: string | RegExp): HTMLButtonElement => {
    const [found] = buttons(name);
    if (found === undefined) throw new Error(`no button ${String(name)} among ${buttons(/./).map(labelOf).join(", ")}`);
    return found;
  };
  return {
    container: () => container,
    show: (node) => act(() => root.render(node)),
    text: () => container.textContent,
    buttons,
    button,
    press: (name) => act(() => button(name).click()),
    field: (label) => {
      const found = [...container.querySelectorAll("label")].find((one) => one.textContent === label);
      return document.getElementById(found?.htmlFor ?? "") as HTMLInputElement | HTMLSelectElement;
    },
    // As a person fills in a field: React listens to the event, and reads the value that the element's own setter has set.
    fill: (element, value) =>
      act(() => {
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value")?.set?.call(element, value);
        element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
      }),
    violations: async () => {
      const found = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
      return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    },
  };
}
