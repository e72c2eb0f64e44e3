const MOST = 5_000;

/** Keeps answers that are asked for again and again, and forgets them all once they are too many. */
export function remembering<Key, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.answer;
    if (known.size >= MOST) known.clear();
    const answer = work(key);
    known.set(key, { answer });
    return answer;
  };
}
