import { z } from 'zod';
import { parseJson } from '../../../shared/parse-json.ts';
import type { MeetingEvent } from '../../../shared/meeting-events.ts';
import type { Log } from '../../operation/log.ts';
import { noBus, type Bus } from './event-bus.ts';

/** One open stream. `tell` must not throw; after `close` nothing is told any more. */
type Listener = { readonly identity: string; tell(event: MeetingEvent): void; close(): void };
/** Identities; null is everybody. */
type To = readonly string[] | null;
/**
 * Sent between instances only: ends streams silently. An older instance passes it on as an event and ends the streams
 * as well.
 */
type Said = MeetingEvent | { readonly type: 'dismissed' };

export type Announcements = {
  /** Returns the function that stops listening. */
  listen(meetingId: string, listener: Listener): () => void;
  announce(meetingId: string, event: MeetingEvent, to?: To): void;
  /** Sends a last event and closes the streams of those who receive it. */
  end(meetingId: string, event: MeetingEvent, to?: To): void;
  /** Meetings that somebody listens to here, and who. */
  listenersHere(): readonly { readonly meetingId: string; readonly identities: readonly string[] }[];
  /** For this instance's listeners alone. */
  sendHere(meetingId: string, event: MeetingEvent, identity: string): void;
  /**
   * Ends the streams of a meeting, or of one person in it, without an event, on this instance only: clients
   * reconnect.
   */
  closeStreams(meetingId: string, identity?: string): void;
  /** The same on all instances, for people who have nothing more to hear. */
  dismiss(meetingId: string, identities: readonly string[]): void;
  closeAll(): void;
  /** What another instance said. */
  receive(said: string): void;
};

/** A client that reconnects may not have noticed yet that its old stream is dead; more than these are a leak. */
const maxStreamsPerPerson = 3;

const message = z.object({
  /** The instance that said it: it has told its own listeners already. */
  from: z.string(),
  meetingId: z.string(),
  /** Passed on unchanged: a client may know an event of a later release. */
  event: z.looseObject({ type: z.string() }),
  to: z.array(z.string()).nullable(),
  last: z.boolean(),
});

type Deps = { readonly bus?: Bus; readonly instance?: string; readonly log?: Pick<Log, 'warn'> };

/** Keeps the event streams of this instance; events are also sent to all other instances. */
export function createAnnouncements({ bus = noBus, instance = '', log }: Deps = {}): Announcements {
  const meetings = new Map<string, Set<Listener>>();

  function remove(meetingId: string, listener: Listener): void {
    const listeners = meetings.get(meetingId);
    listeners?.delete(listener);
    if (listeners?.size === 0) meetings.delete(meetingId);
  }
  function tell(meetingId: string, event: Said, to: To, last: boolean): void {
    for (const listener of meetings.get(meetingId) ?? []) {
      if (to !== null && !to.includes(listener.identity)) continue;
      if (event.type !== 'dismissed') listener.tell(event);
      if (!last) continue;
      remove(meetingId, listener);
      listener.close();
    }
  }
  function say(meetingId: string, event: Said, to: To, last: boolean): void {
    tell(meetingId, event, to, last);
    // Not awaited: the decision has been made, and clients that were not reached ask when their stream is back.
    bus
      .publish(JSON.stringify({ from: instance, meetingId, event, to, last }))
      .catch(() => log?.warn('an event did not reach the other instances'));
  }

  function closeStreams(meetingId: string, identity?: string): void {
    for (const listener of meetings.get(meetingId) ?? []) {
      if (identity !== undefined && listener.identity !== identity) continue;
      remove(meetingId, listener);
      listener.close();
    }
  }

  return {
    listen(meetingId, listener) {
      const listeners = meetings.get(meetingId) ?? new Set();
      meetings.set(meetingId, listeners);
      const own = [...listeners].filter(({ identity }) => identity === listener.identity);
      for (const oldest of own.slice(0, Math.max(0, own.length + 1 - maxStreamsPerPerson))) {
        listeners.delete(oldest);
        oldest.close();
      }
      listeners.add(listener);
      return () => remove(meetingId, listener);
    },
    announce: (meetingId, event, to = null) => say(meetingId, event, to, false),
    end: (meetingId, event, to = null) => say(meetingId, event, to, true),
    listenersHere: () =>
      [...meetings].map(([meetingId, listeners]) => ({
        meetingId,
        identities: [...new Set([...listeners].map(({ identity }) => identity))],
      })),
    sendHere: (meetingId, event, identity) => tell(meetingId, event, [identity], false),
    closeStreams,
    dismiss(meetingId, identities) {
      if (identities.length > 0) say(meetingId, { type: 'dismissed' }, identities, true);
    },
    closeAll() {
      for (const meetingId of meetings.keys()) closeStreams(meetingId);
    },
    receive(said) {
      const read = message.safeParse(parseJson(said));
      // An exception here would end the process.
      if (!read.success) return log?.warn('an event of another instance was not understood');
      const { from, meetingId, event, to, last } = read.data;
      if (from !== instance) tell(meetingId, event as Said, to, last);
    },
  };
}
