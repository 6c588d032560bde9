import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';

/** Says whether one more attempt fits into `max` per `withinMs`, and counts it if so. */
export function createBudget(max: number, withinMs: number, now: () => number): () => boolean {
  let times: number[] = [];
  return () => {
    times = times.filter((time) => now() - time < withinMs);
    if (times.length >= max) return false;
    times.push(now());
    return true;
  };
}

type KeepAlive = {
  readonly name: string;
  readonly start: () => Promise<void>;
  readonly isWanted: () => boolean;
  readonly giveUp: (reason: string) => void;
  readonly log: Log;
  readonly now?: () => number;
  readonly pauseMs?: number;
};

/** Returns what to do when a program dies: start it again as it was, at most five times a minute. */
export function keepAlive({ name, start, isWanted, giveUp, log, now = Date.now, pauseMs = 200 }: KeepAlive) {
  const mayTry = createBudget(5, 60_000, now);
  return async (how: string): Promise<void> => {
    log(`${name} ended unexpectedly (${how}); it is started again.`);
    while (isWanted()) {
      if (!mayTry()) return giveUp(`${name} ended more than 5 times in a minute.`);
      // A moment, so that a program that dies at once does not keep the machine busy.
      await sleep(pauseMs);
      if (!isWanted()) return;
      try {
        await start();
        return log(`${name} is back.`);
      } catch (error) {
        if (isWanted()) log(error instanceof Error ? error.message : String(error));
      }
    }
  };
}
