import { connectMeetingEvents, reconnectDelay } from '../../../src/client/meeting-events.ts';
import type { EndReason } from '../../../src/shared/meeting.ts';

/** One try to open the stream: when (ms, `performance.now`) it began, and failed if it did; null: nobody answered. */
type Try = { readonly from: number; readonly failedAt: number | null; readonly status: number | null };

/** Somebody at the service's events, by the app's own code. */
export type Follower = {
  readonly tries: readonly Try[];
  /** When (ms, `performance.now`) the stream was opened, each time. */
  readonly opened: readonly number[];
  /** The service was said to be out of reach. */
  readonly missed: () => boolean;
  readonly over: () => EndReason | null;
  /** How long (ms) this one waits after so many failures, the loss of the stream being the first. */
  readonly waitAfter: (failures: number) => number;
  /** When (ms after it was lost) this one would come back to a service that stayed away for `awayMs`. */
  readonly comesBackAt: (awayMs: number) => number;
  readonly stop: () => void;
};

/** `dice`: what this one waits by; 0 ≤ n < 1. */
export function follow(origin: string, participationToken: string, dice: readonly number[]): Follower {
  const opened: number[] = [];
  const tries: Try[] = [];
  let missed = false;
  let over: EndReason | null = null;
  let thrown = 0;
  const diceAt = (n: number): number => dice[n % dice.length] ?? 0;
  const waitAfter = (failures: number): number => reconnectDelay(failures, () => diceAt(failures - 1));
  const fetchNoted: typeof fetch = async (...asked) => {
    const from = performance.now();
    const note = (status: number | null, ok: boolean): void =>
      void tries.push({ from, status, failedAt: ok ? null : performance.now() });
    try {
      const answer = await fetch(...asked);
      note(answer.status, answer.ok);
      return answer;
    } catch (error) {
      note(null, false);
      throw error;
    }
  };
  const connection = connectMeetingEvents({ origin, fetch: fetchNoted, random: () => diceAt(thrown++) });
  const { stop } = connection.follow(participationToken, {
    onEvent: (event) => {
      if (event.type === 'ended') over = event.reason;
    },
    onReachable: (reachable) => {
      if (reachable) opened.push(performance.now());
      else missed = true;
    },
  });
  return {
    tries,
    opened,
    missed: () => missed,
    over: () => over,
    waitAfter,
    comesBackAt(awayMs) {
      let at = 0;
      for (let failures = 1; at < awayMs; failures += 1) at += waitAfter(failures);
      return at;
    },
    stop,
  };
}

/** The same numbers each time, so that nobody’s luck decides. */
export function* diceOf(seed: number): Generator<number, never> {
  for (let state = seed; ;) yield (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
