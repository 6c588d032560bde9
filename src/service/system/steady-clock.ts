import { uptime } from 'node:os';

/** Where the machine says how long it has run, its sleep included. Elsewhere that figure follows the wall clock. */
const countsSleep = process.platform === 'linux';
/** The two are not read at the same moment, and one has hundredths of a second. */
const noticedMs = 1000;
const lookEveryMs = 100;

/** A monotonic clock (ms since any moment) that goes on while the machine sleeps. */
export function createSteadyClock(
  awake: () => number = () => performance.now(),
  always: () => number = () => (countsSleep ? uptime() * 1000 : awake()),
): () => number {
  const apart = always() - awake();
  let slept = 0;
  let looked = awake();
  return () => {
    const now = awake();
    // Reading a file of the system costs more than all the rest.
    if (now - looked >= lookEveryMs) {
      looked = now;
      const more = always() - now - apart - slept;
      if (more > noticedMs) slept += more;
    }
    return now + slept;
  };
}

/**
 * The time (ms since 1970) from one reading of the machine's clock: setting that clock later changes nothing. Never
 * before `earliest`.
 */
export function createSteadyTime(
  earliest: number,
  wallClock: () => number = Date.now,
  steady: () => number = createSteadyClock(),
): () => number {
  const offset = Math.max(wallClock(), earliest) - steady();
  return () => Math.round(steady() + offset);
}
