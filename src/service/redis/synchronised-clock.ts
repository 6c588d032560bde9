/** The store's time on this machine, whatever this machine's own clock says. */
export type SynchronisedClock = {
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

/** A difference above this (ms) is not drift: somebody has set a clock. */
const stepMs = 2000;
const slowMs = 1000;

/**
 * Continues the store's time with a monotonic clock: an administrator who sets this machine's clock moves no
 * meeting's end. Nor does one who sets the clock of Redis's machine: an instance that kept the time notices by how
 * much, and has the difference added for all instances, including those that start later, until no meeting is open.
 * Accurate to half the round-trip time.
 */
export function createSynchronisedClock({ read, move, monotonic, wallClock }: Deps): SynchronisedClock {
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
      // The clock may have been read at any moment of a slow request.
      if (took > slowMs && offset !== null) return;
      const measured = reading.time - (asked + took / 2);
      shift = reading.shift;
      if (reading.idle) {
        [offset, latest] = [measured, -Infinity];
        return;
      }
      // If no instance was running to notice, at least time that has been used is not used again.
      const own = offset ?? Math.max(measured, reading.seen - asked);
      const step = measured - own;
      // An instance behind the others was paused for a while; Redis's clock was not set.
      const isBehind = asked + own < reading.seen - stepMs;
      if (step < -stepMs || (step > stepMs && !isBehind)) {
        offset = own;
        await move(reading.shift, Math.round(reading.shift - step));
      } else offset = measured;
    },
  };
}
