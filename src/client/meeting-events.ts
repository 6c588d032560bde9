import { endsParticipation } from '../shared/failure.ts';
import { eventsPath, eventStream, type MeetingEvent } from '../shared/meeting-events.ts';
import { readEventStream } from './event-stream.ts';
import { readAtMost } from './read-at-most.ts';
import { readProblem } from './read-problem.ts';
import type { Fetch } from './service-client.ts';
import { sleep as sleepByTimer, type Sleep } from './sleep.ts';

/** Of a refusal; one that is longer is not the service's. */
const maxRefusalBytes = 65_536;

type Deps = {
  readonly origin: string;
  readonly fetch: Fetch;
  /** 0 ≤ n < 1 */
  readonly random: () => number;
  readonly sleep?: Sleep;
};
type Listener = {
  readonly onEvent: (event: MeetingEvent) => void;
  readonly onReachable: (reachable: boolean) => void;
};
export type MeetingEvents = {
  /** Follows one participation until `stop` is called or the meeting is over; reconnects by itself. */
  follow(participationToken: string, listener: Listener): { stop(): void };
};

/** How one connection ended; `waitMs`: so long the service asks us to wait. */
type Outcome =
  | { readonly kind: 'refused' | 'silent' }
  | { readonly kind: 'lost' | 'limited'; readonly waitMs: number | null };

const pollMs = 5_000;

/** What the service says of its own accord. Main owns the stream: a reload of the page would not close it. */
export function connectMeetingEvents({ origin, fetch, random, sleep = sleepByTimer }: Deps): MeetingEvents {
  async function follow(
    token: string,
    { onEvent, onReachable }: Listener,
    stopped: AbortSignal,
  ): Promise<void> {
    let failures = 0;
    while (!stopped.aborted) {
      const outcome = await listenOnce(
        token,
        onEvent,
        () => {
          failures = 0;
          onReachable(true);
        },
        stopped,
      );
      if (stopped.aborted) return;
      switch (outcome.kind) {
        case 'refused':
          // The meeting is over, we were removed, or the service has lost its memory while the room goes on: the media
          // server ends what is over, and who has lost the room asks why.
          return;
        case 'silent':
          // A proxy holds the stream back.
          await poll(pollMs, onEvent, stopped);
          break;
        case 'limited':
          // The service answers, and only allows no more streams for now, to us or to anybody.
          failures = 0;
          onReachable(true);
          await poll((outcome.waitMs ?? pollMs) + reconnectDelay(1, random), onEvent, stopped);
          break;
        case 'lost':
          failures += 1;
          // One broken connection is no news; the service that cannot be reached at once is.
          if (failures > 1) onReachable(false);
          // Everybody is asked to wait equally long: that alone would bring all of them back at once.
          await sleep((outcome.waitMs ?? 0) + reconnectDelay(failures, random), stopped);
      }
    }
  }

  /** Without a stream: asking to rejoin tells the state. */
  async function poll(ms: number, onEvent: Listener['onEvent'], stopped: AbortSignal): Promise<void> {
    for (let left = ms; left > 0 && !stopped.aborted; left -= pollMs) {
      onEvent({ type: 'rejoin' });
      await sleep(Math.min(left, pollMs), stopped);
    }
  }

  /** One connection, until it breaks. */
  async function listenOnce(
    token: string,
    onEvent: (event: MeetingEvent) => void,
    onOpen: () => void,
    stopped: AbortSignal,
  ): Promise<Outcome> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), eventStream.silenceMs);
    let opened = false;
    let heard = false;
    try {
      const response = await fetch(origin + eventsPath, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.any([stopped, silence.signal]),
      });
      if (!response.ok || !response.body) {
        const { code, retryAfter } = readProblem(
          response,
          (await readAtMost(response, maxRefusalBytes)) ?? '',
        );
        if (endsParticipation(code)) return { kind: 'refused' };
        const waitMs = retryAfter === undefined ? null : retryAfter * 1000;
        const isLimited = code === 'too-many-requests' || code === 'service-busy';
        return { kind: isLimited ? 'limited' : 'lost', waitMs };
      }
      opened = true;
      onOpen();
      await readEventStream(response.body, onEvent, () => {
        heard = true;
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), eventStream.silenceMs);
      });
      // The service says something at once: where nothing came, a proxy held it back, and will do so again.
      return heard ? { kind: 'lost', waitMs: null } : { kind: 'silent' };
    } catch {
      return opened && silence.signal.aborted ? { kind: 'silent' } : { kind: 'lost', waitMs: null };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    follow(token, listener) {
      const stop = new AbortController();
      void follow(token, listener, stop.signal);
      return { stop: () => stop.abort() };
    },
  };
}

/** Ms: 0.5–5 s, so that thousands do not come back at once; a service that stays away is asked less and less often. */
export const reconnectDelay = (failures: number, random: () => number): number =>
  shortestMs + random() * (Math.min(longestMs, firstSpreadMs * 2 ** (failures - 1)) - shortestMs);

const shortestMs = 500;
const firstSpreadMs = 5_000;
const longestMs = 30_000;
