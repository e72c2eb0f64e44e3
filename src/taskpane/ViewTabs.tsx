import { type KeyboardEvent, useRef } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { navigationText } from "./text/navigation";

const useStyles = makeStyles({
  // Tabs that do not fit stand below each other, so that a narrow pane or large text hides none.
  tabs: { display: "flex", flexWrap: "wrap", padding: "4px 4px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    padding: "6px 10px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
  },
  shown: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

interface ViewTabsProps {
  readonly views: readonly { readonly id: string; readonly label: string }[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/**
 * One stop for Tab; the arrows, Home and End go between the tabs. Our own, since the library's puts focusable elements that are hidden from
 * screen readers around its tabs.
 */
export function ViewTabs({ views, shown, onShow }: ViewTabsProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = views.findIndex(({ id }) => id === shown);
    const steps: Readonly<Record<string, number>> = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 };
    const next = views.at((steps[event.key] ?? place) % views.length);
    if (steps[event.key] === undefined || next === undefined) return;
    event.preventDefault();
    onShow(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <nav aria-label={navigationText.label}>
      <div ref={list} role="tablist" aria-label={navigationText.label} className={styles.tabs}>
        {views.map(({ id, label }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === shown}
            aria-controls="view"
            tabIndex={id === shown ? 0 : -1}
            className={mergeClasses(styles.tab, id === shown && styles.shown)}
            onClick={() => onShow(id)}
            onKeyDown={onKeyDown}
          >
            {label}
          </button>
        ))}
      </div>
    </nav>
  );
}
