/** The store's time on this machine, whatever this machine's own clock says. */
export type StoreClock = {
  /** Ms since 1970; never less than before while meetings are open. @throws before the first `synchronise`. */
  now(): number;
  /** How far (ms) this machine's clock is ahead of the store's. */
  drift(): number;
  /** What is added (ms) to Redis's clock, because it was set while meetings were open. */
  shift(): number;
  /** Asks the store again. */
  synchronise(): Promise<void>;
};

export type ClockReading = {
  /** Redis's clock with the shift, ms since 1970. */
  readonly time: number;
  readonly shift: number;
  /** The latest time by which an instance has gone. */
  readonly seen: number;
  /** No meeting is open: nothing depends on the time. */
  readonly idle: boolean;
};

type Deps = {
  /** Asks the store; `mine` is this instance's time, null before it has one. */
  readonly read: (mine: number | null) => Promise<ClockReading>;
  /** Has all instances add `to` instead of `from`; does nothing if it is not `from` any more. */
  readonly move: (from: number, to: number) => Promise<void>;
  /** Ms since any moment; never set, never turned back. */
  readonly monotonic: () => number;
  readonly wallClock: () => number;
};

/** More (ms) is no clock that runs a little wrong: somebody has set it. */
const stepMs = 2000;
const slowMs = 1000;

/**
 * Counts on from the store's time with a clock that nobody sets: an administrator who sets this machine's clock moves
 * no meeting's end. Nor does one who sets that of Redis's machine: who has counted on knows how far, and has it added for
 * all instances, also those that start later, until no meeting is open. Right to half of the time that the question took.
 */
export function createStoreClock({ read, move, monotonic, wallClock }: Deps): StoreClock {
  let offset: number | null = null;
  let shift = 0;
  let latest = -Infinity;
  const now = (): number => {
    if (offset === null) throw new Error('the store has not been asked for the time');
    latest = Math.max(latest, Math.round(monotonic() + offset));
    return latest;
  };
  return {
    now,
    drift: () => wallClock() - now(),
    shift: () => shift,
    async synchronise() {
      const asked = monotonic();
      const reading = await read(offset === null ? null : now());
      const took = monotonic() - asked;
      // What took so long may have been read at any moment of it.
      if (took > slowMs && offset !== null) return;
      const measured = reading.time - (asked + took / 2);
      shift = reading.shift;
      if (reading.idle) {
        [offset, latest] = [measured, -Infinity];
        return;
      }
      // Where nobody was there to notice, the time by which somebody has gone is at least not gone by again.
      const own = offset ?? Math.max(measured, reading.seen - asked);
      const step = measured - own;
      // Whoever is behind the others has been stopped for a while, and Redis's clock was not set.
      const isBehind = asked + own < reading.seen - stepMs;
      if (step < -stepMs || (step > stepMs && !isBehind)) {
        offset = own;
        await move(reading.shift, Math.round(reading.shift - step));
      } else offset = measured;
    },
  };
}
