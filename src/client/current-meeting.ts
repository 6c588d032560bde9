import { mendDisplayName } from '../shared/names/display-name.ts';
import type { Failure } from '../shared/failure.ts';
import type { EventPayload } from '../shared/ipc.ts';
import type { CurrentMeeting, RoomAdmission } from '../shared/calls/meeting.ts';
import { isFarewell } from '../shared/meeting-events.ts';
import type { Admission } from '../shared/meeting.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { MeetingEvents } from './meeting-events.ts';

/** What the page hears of the meeting unasked. */
type Told = 'meeting:event' | 'meeting:time' | 'service:reachable';

type Deps = {
  /** Of the service at that origin. */
  readonly eventsAt: (origin: string) => MeetingEvents;
  readonly announce: <E extends Told>(name: E, payload: EventPayload<E>) => void;
  /** The window may reach this LiveKit address from now on. */
  readonly allowMedia: (livekitUrl: string) => void;
  readonly onPresence: (present: boolean) => void;
  /** Ms since any moment, by a clock that nobody sets and that does not sleep. */
  readonly now: () => number;
};

/** Where a participation is, and what speaks for it there. */
export type Seat = { readonly origin: string; readonly token: string };

/** The one meeting that main remembers until it is over, so that a crashed or reloaded page can come back into it. */
export type CurrentMeetingKeeper = {
  /** `origin`: of the service that admitted us. */
  enter(admission: Admission, origin: string): RoomAdmission;
  get(): CurrentMeeting | null;
  /** Somebody waits to be admitted: nothing to come back to, but a token that speaks for them, and events to hear. */
  wait(seat: Seat): void;
  isWaiting(): boolean;
  /** What speaks for us, or the failure to answer with when there is no meeting. */
  seat(): Result<Seat, Failure>;
  /** Has the page know what time it is: its own clock may have slept. */
  tellTime(): void;
  /** Out of the room, but the meeting stays known. */
  stepOut(): void;
  forget(): void;
  /** The page went away without a word: stop listening in its name; it will ask to rejoin. */
  pageGone(): void;
};

type Held = {
  readonly admission: Admission;
  readonly seat: Seat;
  readonly present: boolean;
  readonly enteredAt: number;
};

/** How often the page of somebody who is in a meeting is told the time. */
const tellEveryMs = 10_000;

export function keepCurrentMeeting({
  eventsAt,
  announce,
  allowMedia,
  onPresence,
  now,
}: Deps): CurrentMeetingKeeper {
  let held: Held | null = null;
  /** Our place in the waiting room, until the service admits us. */
  let waiting: Seat | null = null;
  let stream: { token: string; stop(): void } | null = null;

  let telling: ReturnType<typeof setInterval> | undefined;

  /** Ms since the epoch, by the service's clock. */
  const serverNow = ({ admission, enteredAt }: Held): number =>
    Date.parse(admission.meeting.serverNow) + now() - enteredAt;
  function tellTime(): void {
    if (!held) return;
    const time = new Date(serverNow(held)).toISOString();
    announce('meeting:time', { meeting: held.admission.meeting.id, serverNow: time });
  }
  function setPresence(present: boolean): void {
    clearInterval(telling);
    if (present) telling = setInterval(tellTime, tellEveryMs);
    onPresence(present);
  }

  const stopListening = (): void => {
    stream?.stop();
    stream = null;
  };
  const forget = (): void => {
    stopListening();
    held = null;
    waiting = null;
    setPresence(false);
  };
  function listen({ origin, token }: Seat): void {
    if (stream?.token === token) return;
    stopListening();
    const { stop } = eventsAt(origin).follow(token, {
      onEvent: (event) => {
        if (isFarewell[event.type]) forget();
        announce('meeting:event', event);
      },
      onReachable: (reachable) => announce('service:reachable', reachable),
    });
    stream = { token, stop };
  }

  return {
    enter(admission, origin) {
      const seat = { origin, token: admission.participationToken };
      held = { admission, seat, present: true, enteredAt: now() };
      waiting = null;
      allowMedia(admission.livekitUrl);
      listen(seat);
      setPresence(true);
      return forPage(admission, seat);
    },
    get() {
      if (held && Date.parse(held.admission.meeting.expiresAt) <= serverNow(held)) forget();
      if (!held) return null;
      const { meeting } = held.admission;
      const time = new Date(serverNow(held)).toISOString();
      const admission = forPage({ ...held.admission, meeting: { ...meeting, serverNow: time } }, held.seat);
      return { admission, present: held.present };
    },
    wait(seat) {
      forget();
      waiting = seat;
      listen(seat);
    },
    isWaiting: () => waiting !== null,
    seat() {
      const seat = waiting ?? held?.seat;
      return seat === undefined ? err({ code: 'meeting-over' }) : ok(seat);
    },
    stepOut() {
      stopListening();
      waiting = null;
      if (held) held = { ...held, present: false };
      setPresence(false);
    },
    tellTime,
    forget,
    pageGone: stopListening,
  };
}

/** `participationToken` stays in main. */
const forPage = (
  { meeting, participant, livekitUrl, livekitToken }: Admission,
  { origin }: Seat,
): RoomAdmission => ({
  origin,
  meeting,
  // As everybody's: what a service calls us is its word too.
  participant: { ...participant, displayName: mendDisplayName(participant.displayName) ?? '' },
  livekitUrl,
  livekitToken,
});
