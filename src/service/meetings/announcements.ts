import type { MeetingEvent } from '../../shared/service-api.ts';

/** One open stream. `tell` must not throw; after `close` nothing is told any more. */
type Listener = { readonly identity: string; tell(event: MeetingEvent): void; close(): void };

export type Announcements = {
  /** Returns the function that stops listening. */
  listen(meetingId: string, listener: Listener): () => void;
  announce(meetingId: string, event: MeetingEvent): void;
  /** Says the last word to everybody and closes their streams. */
  end(meetingId: string, event: MeetingEvent): void;
  closeAll(): void;
};

/** A client that reconnects may not have noticed yet that its old stream is dead; more than these are a leak. */
const maxStreamsPerPerson = 3;

/** Who listens to which meeting on this instance. */
export function createAnnouncements(): Announcements {
  const meetings = new Map<string, Set<Listener>>();

  function remove(meetingId: string, listener: Listener): void {
    const listeners = meetings.get(meetingId);
    listeners?.delete(listener);
    if (listeners?.size === 0) meetings.delete(meetingId);
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
    announce(meetingId, event) {
      for (const listener of meetings.get(meetingId) ?? []) listener.tell(event);
    },
    end(meetingId, event) {
      const listeners = meetings.get(meetingId) ?? [];
      meetings.delete(meetingId);
      for (const listener of listeners) {
        listener.tell(event);
        listener.close();
      }
    },
    closeAll() {
      const all = [...meetings.values()];
      meetings.clear();
      for (const listeners of all) for (const listener of listeners) listener.close();
    },
  };
}
