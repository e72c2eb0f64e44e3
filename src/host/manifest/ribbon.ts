import type { Button, Manifest } from "./manifest";

const iconSize = 32;

/** Draws the add-in's tabs as a ribbon of buttons. */
export function drawRibbon(container: HTMLElement, { tabs }: Manifest, press: (button: Button) => void): void {
  container.replaceChildren(
    ...tabs.map((tab) => {
      const groups = tab.groups.map((group) => {
        const buttons = group.buttons.map((button) => drawButton(button, press));
        return element("div", { className: "ribbon-group", role: "group", ariaLabel: group.label }, [
          element("div", { className: "ribbon-buttons" }, buttons),
          element("div", { className: "ribbon-group-label", textContent: group.label }),
        ]);
      });
      return element("div", { className: "ribbon-tab", role: "toolbar", ariaLabel: tab.label }, [
        element("div", { className: "ribbon-tab-label", textContent: tab.label }),
        element("div", { className: "ribbon-groups" }, groups),
      ]);
    }),
  );
}

function drawButton(button: Button, press: (button: Button) => void): HTMLElement {
  const icon = element("img", { src: button.icons.get(iconSize) ?? "", alt: "", width: iconSize, height: iconSize });
  const drawn = element("button", { className: "ribbon-button", id: button.id, title: button.tip, type: "button" }, [
    icon,
    element("span", { textContent: button.label }),
  ]);
  drawn.addEventListener("click", () => press(button));
  return drawn;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  children: readonly HTMLElement[] = [],
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
