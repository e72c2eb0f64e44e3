/** Work that many ask for: one run at a time, and what is asked for during a run is done by one more right after it. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let asked = 0;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    let answered: number;
    do {
      answered = asked;
      await work();
    } while (answered !== asked);
  };
  return () => {
    asked += 1;
    running ??= run().finally(() => (running = null));
    return running;
  };
}
