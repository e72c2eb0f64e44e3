/**
 * Keeps the workbook in the browser, so that a reload loses nothing. One page at a time keeps it: a second page that is open
 * on the same workbook works on a copy that is not kept, and is told so. Nothing leaves the browser.
 */

const databaseName = "embedded-workbook";
const storeName = "workbook";
const recordKey = "current";
const lockName = "embedded-workbook";

/** What is kept. A record of another version is left alone, never guessed at. */
const version = 1;

export interface Kept<T> {
  readonly savedAt: string;
  readonly workbook: T;
  readonly settings: readonly (readonly [string, string])[];
}

interface Saved<T> extends Kept<T> {
  readonly version: number;
}

export class Storage<T> {
  private constructor(
    private readonly database: IDBDatabase,
    /** False where another page keeps the workbook. */
    readonly keeps: boolean,
  ) {}

  static async open<T>(): Promise<Storage<T>> {
    const keeps = await holdLock();
    return new Storage<T>(await openDatabase(), keeps);
  }

  async read(): Promise<Kept<T> | undefined> {
    const saved = (await this.run("readonly", (store) => store.get(recordKey))) as Saved<T> | undefined;
    return saved?.version === version ? saved : undefined;
  }

  async write(kept: Kept<T>): Promise<void> {
    if (!this.keeps) return;
    await this.run("readwrite", (store) => store.put({ version, ...kept } satisfies Saved<T>, recordKey));
  }

  async clear(): Promise<void> {
    if (this.keeps) await this.run("readwrite", (store) => store.delete(recordKey));
  }

  private run(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(storeName, mode);
      const made = request(transaction.objectStore(storeName));
      // At once: a page that is being left waits for no answer.
      transaction.commit();
      transaction.oncomplete = () => resolve(made.result);
      transaction.onerror = () => reject(transaction.error ?? new Error("The browser's storage failed."));
      transaction.onabort = () => reject(transaction.error ?? new Error("The browser's storage is full."));
    });
  }
}

/** Held until the page closes; the browser lets go of it then, even after a crash. */
function holdLock(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockName, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(reject);
  });
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error("The browser's storage could not be opened."));
  });
}
