import type { Book } from "./book";

/** `_RegisterXxxEvent` and `_UnregisterXxxEvent` for each kind of event that a type raises. */
export function registrations<T extends { readonly book: Book }>(targetId: (target: T) => string, types: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, type]) => [
      [`_Register${name}Event`, (target: T) => target.book.subscriptions.add(type, targetId(target))],
      [`_Unregister${name}Event`, (target: T) => target.book.subscriptions.remove(type, targetId(target))],
    ]),
  );
}
