type Line = { running: number; readonly waiting: ((mayGo: boolean) => void)[] };

/**
 * For each key so much at once, and so many more who wait for their turn; whoever finds no place gets null, and so does
 * whoever waits when `isTrouble` says that waiting is in vain. Null is nobody's key, and has no line.
 */
export function createTurns<T>(
  { atOnce, waiting }: { readonly atOnce: number; readonly waiting: number },
  isTrouble: (done: T) => boolean,
): (key: string | null, work: () => Promise<T>) => Promise<T | null> {
  const lines = new Map<string, Line>();

  return async (key, work) => {
    if (key === null) return work();
    const line: Line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running >= atOnce) {
      if (line.waiting.length >= waiting) return null;
      // A turn is handed over, so that nobody who comes later takes it.
      if (!(await new Promise<boolean>((go) => line.waiting.push(go)))) return null;
    } else line.running += 1;
    try {
      const done = await work();
      if (isTrouble(done)) for (const go of line.waiting.splice(0)) go(false);
      return done;
    } finally {
      const next = line.waiting.shift();
      if (next) next(true);
      else line.running -= 1;
      if (line.running === 0) lines.delete(key);
    }
  };
}
