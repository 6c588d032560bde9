import { setTimeout as wait } from 'node:timers/promises';
import { eventsPath, eventStream, type MeetingEvent } from '../shared/service-api.ts';
import { readEventStream } from './event-stream.ts';
import { readProblem, type Fetch } from './meeting-service.ts';

type Deps = {
  readonly origin: string;
  readonly fetch: Fetch;
  /** 0 ≤ n < 1 */
  readonly random: () => number;
};
type Listener = {
  readonly onEvent: (event: MeetingEvent) => void;
  readonly onReachable: (reachable: boolean) => void;
};
export type MeetingEvents = {
  /** Follows one participation until `stop` is called or the meeting is over; reconnects by itself. */
  follow(participationToken: string, listener: Listener): { stop(): void };
};

const pollMs = 5_000;

/** What the service says of its own accord. Main owns the stream: a reload of the page would not close it. */
export function connectMeetingEvents({ origin, fetch, random }: Deps): MeetingEvents {
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
      switch (outcome) {
        case 'refused':
          // The meeting is over or we were removed, while nobody told us: whoever asks to rejoin learns which.
          onEvent({ type: 'rejoin' });
          return;
        case 'silent':
          // A proxy that keeps the stream back: asking to rejoin is the poll that tells the state.
          onEvent({ type: 'rejoin' });
          await pause(pollMs, stopped);
          break;
        case 'lost':
          failures += 1;
          // One broken connection is no news; the service that cannot be reached at once is.
          if (failures > 1) onReachable(false);
          await pause(reconnectDelay(failures, random), stopped);
      }
    }
  }

  /** One connection, until it breaks. */
  async function listenOnce(
    token: string,
    onEvent: (event: MeetingEvent) => void,
    onOpen: () => void,
    stopped: AbortSignal,
  ): Promise<'refused' | 'silent' | 'lost'> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), eventStream.silenceMs);
    let opened = false;
    try {
      const response = await fetch(origin + eventsPath, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.any([stopped, silence.signal]),
      });
      if (!response.ok || !response.body) {
        const { code } = readProblem(response, await response.text());
        return code === 'meeting-over' || code === 'removed' ? 'refused' : 'lost';
      }
      opened = true;
      onOpen();
      await readEventStream(response.body, onEvent, () => {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), eventStream.silenceMs);
      });
      return 'lost';
    } catch {
      return opened && silence.signal.aborted ? 'silent' : 'lost';
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

/** 0.5–5 s, longer with each failure, spread so that thousands of clients do not come back at once. */
export const reconnectDelay = (failures: number, random: () => number): number =>
  Math.min(5_000, 500 * 2 ** (failures - 1)) * (0.5 + random() / 2);

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal: stopped });
  } catch {
    // Stopped while waiting: the loop sees it.
  }
}
