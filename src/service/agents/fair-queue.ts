type Queue = {
  readonly site: string;
  readonly most: number;
  running: number;
  readonly waiting: ((mayGo: boolean) => void)[];
};

/** In total, and for one key. */
type Most = { readonly all: number; readonly each: number };

type Options<T> = {
  readonly atOnce: Most;
  readonly waiting: Most;
  /** Keys that may well belong to the same person form one site. */
  readonly siteOf: (key: string) => string;
  /** Whether the result means that other work of the same key would wait in vain. */
  readonly isTrouble: (done: T) => boolean;
};

/**
 * Limits how much work runs at once and how much may wait, in total and for each key. The next turn goes to the site
 * with the least work running. When too many wait, the site with the most waiting gives up a place to one with fewer.
 * The answer is null for work that finds no place, or loses it. The key null stands for unknown, and has no share of
 * its own.
 */
export function createFairQueue<T>({
  atOnce,
  waiting,
  siteOf,
  isTrouble,
}: Options<T>): (key: string | null, work: () => Promise<T>) => Promise<T | null> {
  const queues = new Map<string | null, Queue>();
  let allRunning = 0;
  let allWaiting = 0;

  const queueOf = (key: string | null): Queue =>
    queues.get(key) ?? {
      site: key === null ? '' : siteOf(key),
      most: key === null ? atOnce.all : atOnce.each,
      running: 0,
      waiting: [],
    };
  const bySite = (of: (queue: Queue) => number): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const queue of queues.values()) counts.set(queue.site, (counts.get(queue.site) ?? 0) + of(queue));
    return counts;
  };
  const isFull = (queue: Queue): boolean => queue.running >= queue.most || allRunning >= atOnce.all;
  function count(queue: Queue, change: 1 | -1): void {
    queue.running += change;
    allRunning += change;
  }
  function forget(key: string | null, queue: Queue): void {
    if (queue.running === 0 && queue.waiting.length === 0 && queues.get(key) === queue) queues.delete(key);
  }

  function turnAway(queue: Queue): void {
    const last = queue.waiting.pop();
    if (!last) return;
    allWaiting -= 1;
    last(false);
  }

  /** Whether there is room to wait, after the longest queue has given up a place if necessary. */
  function findPlace(queue: Queue, key: string | null): boolean {
    if (queue.waiting.length >= (key === null ? waiting.all : waiting.each)) return false;
    if (allWaiting < waiting.all) return true;
    const counts = bySite(queued);
    const longest = [...queues.values()].reduce((most, each) => {
      const more = (counts.get(each.site) ?? 0) - (counts.get(most.site) ?? 0);
      return more > 0 || (more === 0 && queued(each) > queued(most)) ? each : most;
    });
    if ((counts.get(longest.site) ?? 0) <= (counts.get(queue.site) ?? 0) + 1) return false;
    turnAway(longest);
    return true;
  }

  function callNext(): void {
    const counts = bySite(running);
    const load = ({ site }: Queue): number => counts.get(site) ?? 0;
    const [key, queue] = [...queues]
      .filter(([, each]) => queued(each) > 0 && !isFull(each))
      .reduce<[string | null, Queue | null]>(
        ([bestKey, best], [otherKey, other]) =>
          !best || load(other) < load(best) ? [otherKey, other] : [bestKey, best],
        [null, null],
      );
    const go = queue?.waiting.shift();
    if (!queue || !go) return;
    allWaiting -= 1;
    // Given to the next one at once, so that a latecomer cannot take it; the turn after that goes to another queue.
    count(queue, 1);
    queues.delete(key);
    queues.set(key, queue);
    go(true);
  }

  function turnOf(queue: Queue): Promise<boolean> {
    allWaiting += 1;
    return new Promise((go) => queue.waiting.push(go));
  }

  return async (key, work) => {
    const queue = queueOf(key);
    if (!isFull(queue)) {
      queues.set(key, queue);
      count(queue, 1);
    } else {
      if (!findPlace(queue, key)) return null;
      queues.set(key, queue);
      if (!(await turnOf(queue))) {
        forget(key, queue);
        return null;
      }
    }
    try {
      const done = await work();
      if (isTrouble(done)) while (queue.waiting.length > 0) turnAway(queue);
      return done;
    } finally {
      count(queue, -1);
      callNext();
      forget(key, queue);
    }
  };
}

const running = (queue: Queue): number => queue.running;
const queued = (queue: Queue): number => queue.waiting.length;
