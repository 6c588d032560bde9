import { connectMeetingEvents, reconnectDelay } from '../../../src/main/meeting-events.ts';
import type { EndReason } from '../../../src/shared/meeting.ts';

/** Somebody at the service's events, by the app's own code. */
export type Follower = {
  /** When (ms, `performance.now`) the stream was opened, each time. */
  readonly opened: readonly number[];
  /** The service was said to be out of reach. */
  readonly missed: () => boolean;
  readonly over: () => EndReason | null;
  /** When (ms after it was lost) this one would come back to a service that stayed away for `awayMs`. */
  readonly comesBackAt: (awayMs: number) => number;
  readonly stop: () => void;
};

/** `dice`: what this one waits by; 0 ≤ n < 1. */
export function follow(origin: string, participationToken: string, dice: readonly number[]): Follower {
  const opened: number[] = [];
  let missed = false;
  let over: EndReason | null = null;
  const throwDice = (): (() => number) => {
    let thrown = 0;
    return () => dice[thrown++ % dice.length] ?? 0;
  };
  const { stop } = connectMeetingEvents({ origin, fetch, random: throwDice() }).follow(participationToken, {
    onEvent: (event) => {
      if (event.type === 'ended') over = event.reason;
    },
    onReachable: (reachable) => {
      if (reachable) opened.push(performance.now());
      else missed = true;
    },
  });
  return {
    opened,
    missed: () => missed,
    over: () => over,
    comesBackAt(awayMs) {
      const random = throwDice();
      let at = 0;
      for (let failures = 1; at < awayMs; failures += 1) at += reconnectDelay(failures, random);
      return at;
    },
    stop,
  };
}
