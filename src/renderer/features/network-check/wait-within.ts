/** What comes within so many ms, or null: also as soon as `stop` aborts. */
export function within<T>(promise: Promise<T>, ms: number, stop: AbortSignal): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const giveUp = (): void => resolve(null);
  const timer = setTimeout(giveUp, ms);
  stop.addEventListener('abort', giveUp);
  if (stop.aborted) giveUp();
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
    stop.removeEventListener('abort', giveUp);
  });
}

const betweenMs = 100;

/** Looks again and again until what is seen is what is wanted; answers what was seen last, null if nothing was. */
export async function lookUntil<T>(
  look: () => Promise<T>,
  isWanted: (seen: T) => boolean,
  ms: number,
  stop: AbortSignal,
): Promise<T | null> {
  let seen: T | null = null;
  const looking = async (): Promise<void> => {
    for (;;) {
      seen = await look();
      if (isWanted(seen)) return;
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
      if (over.signal.aborted) return;
    }
  };
  const over = new AbortController();
  await within(looking(), ms, stop);
  over.abort();
  return seen;
}
