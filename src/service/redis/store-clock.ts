/** The store's time on this machine, whatever this machine's own clock says. */
export type StoreClock = {
  /** Ms since 1970. @throws before the first `synchronise`. */
  now(): number;
  /** How far (ms) this machine's clock is ahead of the store's. */
  drift(): number;
  /** Asks the store again. */
  synchronise(): Promise<void>;
};

type Given = {
  /** The store's clock, ms since 1970. */
  readonly readTime: () => Promise<number>;
  /** Ms since any moment; never set, never turned back. */
  readonly monotonic: () => number;
  readonly wallClock: () => number;
};

/**
 * Counts on from the store's time with a clock that nobody sets: an administrator who sets this machine's clock moves
 * no meeting's end. Right to half of the time that the question took.
 */
export function createStoreClock({ readTime, monotonic, wallClock }: Given): StoreClock {
  let offset: number | null = null;
  const now = (): number => {
    if (offset === null) throw new Error('the store has not been asked for the time');
    return Math.round(monotonic() + offset);
  };
  return {
    now,
    drift: () => wallClock() - now(),
    async synchronise() {
      const asked = monotonic();
      const time = await readTime();
      const answered = monotonic();
      offset = time - (asked + answered) / 2;
    },
  };
}
