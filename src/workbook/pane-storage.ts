/** A text that outlives the pane's page: it is there when the page is loaded anew, and gone with the browser's tab. */
export interface PaneStorage {
  read(): string | null;
  write(text: string | null): void;
}

/** One text of the open workbook: another workbook that is opened in the same tab has its own. */
export function paneStorage(name: string): PaneStorage {
  const key = (): string => `${name} ${Office.context.document.url}`;
  return {
    read: () => whereAllowed((storage) => storage.getItem(key())),
    write: (text) => {
      whereAllowed((storage) => {
        // Taken out first: where the new text has no room, the old one must not come back in its place.
        storage.removeItem(key());
        if (text !== null) storage.setItem(key(), text);
        return null;
      });
    },
  };
}

/**
 * The pane is a frame of another site's page in Excel on the web. A browser that keeps third parties from storing anything throws as soon
 * as the storage is named, some have none, and a full one takes nothing more. The page then remembers by itself, for as long as it is open.
 */
function whereAllowed(use: (storage: Storage) => string | null): string | null {
  try {
    const storage = globalThis.sessionStorage as Storage | null | undefined;
    return storage ? use(storage) : null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
