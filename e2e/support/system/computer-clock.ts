import { openWrongClock, type WrongClock } from '../../../scripts/cluster/clock/wrong-clock.ts';

/** The clock of the computer on which an app runs: right, until it is set. */
export async function openComputerClock(): Promise<WrongClock> {
  const clock = await openWrongClock();
  // Chromium waits by the clock that nobody sets; libfaketime 0.9.10 would have it wait for the difference as well.
  return { ...clock, environment: { ...clock.environment, FAKETIME_FORCE_MONOTONIC_FIX: '0' } };
}
