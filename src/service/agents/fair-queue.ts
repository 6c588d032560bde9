type Line = {
  readonly site: string;
  readonly most: number;
  running: number;
  readonly waiting: ((mayGo: boolean) => void)[];
};

/** Of everybody together, and of one key. */
type Most = { readonly all: number; readonly each: number };

type Options<T> = {
  readonly atOnce: Most;
  readonly waiting: Most;
  /** Keys that one person may well have together are one site. */
  readonly siteOf: (key: string) => string;
  /** Whether waiting for another one of the same key is in vain. */
  readonly isTrouble: (done: T) => boolean;
};

/**
 * So much work at once, so many more who wait for their turn, and of both no more than a share for one key. The next turn
 * is that of the site with the least work running. Where too many wait, the site with the most waiting loses a place to
 * one with less. Whoever finds or keeps no place gets null. Null is nobody's key, and has no share of its own.
 */
export function createTurns<T>({
  atOnce,
  waiting,
  siteOf,
  isTrouble,
}: Options<T>): (key: string | null, work: () => Promise<T>) => Promise<T | null> {
  const lines = new Map<string | null, Line>();
  let allRunning = 0;
  let allWaiting = 0;

  const lineOf = (key: string | null): Line =>
    lines.get(key) ?? {
      site: key === null ? '' : siteOf(key),
      most: key === null ? atOnce.all : atOnce.each,
      running: 0,
      waiting: [],
    };
  const bySite = (of: (line: Line) => number): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of lines.values()) counts.set(line.site, (counts.get(line.site) ?? 0) + of(line));
    return counts;
  };
  const isFull = (line: Line): boolean => line.running >= line.most || allRunning >= atOnce.all;
  function count(line: Line, change: 1 | -1): void {
    line.running += change;
    allRunning += change;
  }
  function forget(key: string | null, line: Line): void {
    if (line.running === 0 && line.waiting.length === 0 && lines.get(key) === line) lines.delete(key);
  }

  function turnAway(line: Line): void {
    const last = line.waiting.pop();
    if (!last) return;
    allWaiting -= 1;
    last(false);
  }

  /** Whether there is a place to wait, after the longest queue has lost one if need be. */
  function findPlace(line: Line, key: string | null): boolean {
    if (line.waiting.length >= (key === null ? waiting.all : waiting.each)) return false;
    if (allWaiting < waiting.all) return true;
    const counts = bySite(queued);
    const longest = [...lines.values()].reduce((most, each) => {
      const more = (counts.get(each.site) ?? 0) - (counts.get(most.site) ?? 0);
      return more > 0 || (more === 0 && queued(each) > queued(most)) ? each : most;
    });
    if ((counts.get(longest.site) ?? 0) <= (counts.get(line.site) ?? 0) + 1) return false;
    turnAway(longest);
    return true;
  }

  function callNext(): void {
    const counts = bySite(running);
    const load = ({ site }: Line): number => counts.get(site) ?? 0;
    const [key, line] = [...lines]
      .filter(([, each]) => queued(each) > 0 && !isFull(each))
      .reduce<[string | null, Line | null]>(
        ([bestKey, best], [otherKey, other]) =>
          !best || load(other) < load(best) ? [otherKey, other] : [bestKey, best],
        [null, null],
      );
    const go = line?.waiting.shift();
    if (!line || !go) return;
    allWaiting -= 1;
    // Handed over at once, so that nobody who comes later takes it; the next turn is another line's.
    count(line, 1);
    lines.delete(key);
    lines.set(key, line);
    go(true);
  }

  function turnOf(line: Line): Promise<boolean> {
    allWaiting += 1;
    return new Promise((go) => line.waiting.push(go));
  }

  return async (key, work) => {
    const line = lineOf(key);
    if (!isFull(line)) {
      lines.set(key, line);
      count(line, 1);
    } else {
      if (!findPlace(line, key)) return null;
      lines.set(key, line);
      if (!(await turnOf(line))) {
        forget(key, line);
        return null;
      }
    }
    try {
      const done = await work();
      if (isTrouble(done)) while (line.waiting.length > 0) turnAway(line);
      return done;
    } finally {
      count(line, -1);
      callNext();
      forget(key, line);
    }
  };
}

const running = (line: Line): number => line.running;
const queued = (line: Line): number => line.waiting.length;
