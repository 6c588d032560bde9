import { uptime } from 'node:os';

/** Where the machine says how long it has run, its sleep included. Elsewhere that figure follows the wall clock. */
const countsSleep = process.platform === 'linux';
/** The two are not read at the same moment, and one has hundredths of a second. */
const noticedMs = 1000;
const lookEveryMs = 100;

/** Ms since any moment: a clock that nobody sets, and that goes on while the machine sleeps. */
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

/** Ms since 1970, from a machine's clock that is read once: setting it later moves nothing. Never before `earliest`. */
export function createSteadyTime(
  earliest: number,
  wallClock: () => number = Date.now,
  steady: () => number = createSteadyClock(),
): () => number {
  const offset = Math.max(wallClock(), earliest) - steady();
  return () => Math.round(steady() + offset);
}
