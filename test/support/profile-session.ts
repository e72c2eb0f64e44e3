import type { Profile } from "../../src/domain/profile/profile";
import type { ProfileSession, ProfileState } from "../../src/session/profile";
import type { OwnLibrary } from "../../src/workbook/own-library";

/** A session without a workbook, and what it was asked for. */
export function profileSession(own: readonly OwnLibrary[] = []): {
  readonly session: ProfileSession;
  readonly added: { readonly profiles: readonly Profile[]; readonly by: string }[];
  readonly calls: string[];
} {
  const added: { readonly profiles: readonly Profile[]; readonly by: string }[] = [];
  const calls: string[] = [];
  const state: ProfileState = { own, busy: false, notice: null, undo: null };
  const session: ProfileSession = {
    getState: () => state,
    subscribe: () => () => undefined,
    open: () => Promise.resolve(),
    spillProfile: async ({ id }, from) => void calls.push(`profile ${id} ${from?.tableName ?? ""}`),
    spillLibrary: async (_, suite, from) => void calls.push(`library ${suite ?? ""} ${from?.tableName ?? ""}`),
    add: async (_, profiles, by) => added.push({ profiles, by }) > 0,
    edit: async (_, before, after, note, by) => calls.push(`edit ${before.id} ${after.title} ${note} ${by}`) > 0,
    remove: async (_, { id }) => calls.push(`remove ${id}`) > 0,
    restore: async () => void calls.push("restore"),
    dismiss: () => void calls.push("dismiss"),
  };
  return { session, added, calls };
}
