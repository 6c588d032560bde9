import type { Failure } from '../shared/failure.ts';
import type { CurrentMeeting, RoomAdmission } from '../shared/ipc.ts';
import type { Admission } from '../shared/meeting.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { MeetingEvents } from './meeting-events.ts';
import type { Announce } from './page-events.ts';

type Deps = {
  /** Of the service at that origin. */
  readonly eventsAt: (origin: string) => MeetingEvents;
  readonly announce: Announce;
  /** The window may reach this LiveKit address from now on. */
  readonly allowMedia: (livekitUrl: string) => void;
  readonly onPresence: (present: boolean) => void;
  /** Ms since the epoch. */
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
  readonly endsAt: number;
};

export function keepCurrentMeeting({
  eventsAt,
  announce,
  allowMedia,
  onPresence,
  now,
}: Deps): CurrentMeetingKeeper {
  let held: Held | null = null;
  /** Whom the service has not admitted yet. */
  let waiting: Seat | null = null;
  let stream: { token: string; stop(): void } | null = null;

  const stopListening = (): void => {
    stream?.stop();
    stream = null;
  };
  const forget = (): void => {
    stopListening();
    held = null;
    waiting = null;
    onPresence(false);
  };
  function listen({ origin, token }: Seat): void {
    if (stream?.token === token) return;
    stopListening();
    const { stop } = eventsAt(origin).follow(token, {
      onEvent: (event) => {
        if (event.type === 'ended' || event.type === 'refused') forget();
        announce('meeting:event', event);
      },
      onReachable: (reachable) => announce('service:reachable', reachable),
    });
    stream = { token, stop };
  }

  return {
    enter(admission, origin) {
      const { expiresAt, serverNow } = admission.meeting;
      const seat = { origin, token: admission.participationToken };
      held = {
        admission,
        seat,
        present: true,
        endsAt: now() + Date.parse(expiresAt) - Date.parse(serverNow),
      };
      waiting = null;
      allowMedia(admission.livekitUrl);
      listen(seat);
      onPresence(true);
      return withoutToken(admission);
    },
    get() {
      if (held && held.endsAt <= now()) forget();
      return held ? { admission: withoutToken(held.admission), present: held.present } : null;
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
      onPresence(false);
    },
    forget,
    pageGone: stopListening,
  };
}

/** `participationToken` stays in main. */
const withoutToken = ({ meeting, participant, livekitUrl, livekitToken }: Admission): RoomAdmission => ({
  meeting,
  participant,
  livekitUrl,
  livekitToken,
});
