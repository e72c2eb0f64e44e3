import { useCallback, useSyncExternalStore } from "react";
import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";

/**
 * Light or dark as the system is; Excel on the web tells add-ins no theme of its own. Contrast themes need no theme here: in forced
 * colours the browser replaces every colour, and the components draw the borders that then matter.
 */
export function useTheme(): Theme {
  const dark = useMedia("(prefers-color-scheme: dark)");
  return dark ? webDarkTheme : webLightTheme;
}

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
