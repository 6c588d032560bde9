import type { Failure } from '../shared/failure.ts';
import type { CurrentMeeting, RoomAdmission } from '../shared/ipc.ts';
import type { Admission } from '../shared/meeting.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { MeetingEvents } from './meeting-events.ts';
import type { Announce } from './page-events.ts';

type Deps = {
  readonly events: MeetingEvents;
  readonly announce: Announce;
  /** The window may reach this LiveKit address from now on. */
  readonly allowMedia: (livekitUrl: string) => void;
  readonly onPresence: (present: boolean) => void;
  /** Ms since the epoch. */
  readonly now: () => number;
};

/** The one meeting that main remembers until it is over, so that a crashed or reloaded page can come back into it. */
export type CurrentMeetingKeeper = {
  enter(admission: Admission): RoomAdmission;
  get(): CurrentMeeting | null;
  /** Somebody waits to be admitted: nothing to come back to, but a token that speaks for them, and events to hear. */
  wait(participationToken: string): void;
  isWaiting(): boolean;
  /** The token that speaks for us, or the failure to answer with when there is no meeting. */
  token(): Result<string, Failure>;
  /** Out of the room, but the meeting stays known. */
  stepOut(): void;
  forget(): void;
  /** The page went away without a word: stop listening in its name; it will ask to rejoin. */
  pageGone(): void;
};

export function keepCurrentMeeting({
  events,
  announce,
  allowMedia,
  onPresence,
  now,
}: Deps): CurrentMeetingKeeper {
  let held: { readonly admission: Admission; readonly present: boolean; readonly endsAt: number } | null =
    null;
  /** Whom the service has not admitted yet. */
  let waiting: string | null = null;
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
  function listen(token: string): void {
    if (stream?.token === token) return;
    stopListening();
    const { stop } = events.follow(token, {
      onEvent: (event) => {
        if (event.type === 'ended' || event.type === 'refused') forget();
        announce('meeting:event', event);
      },
      onReachable: (reachable) => announce('service:reachable', reachable),
    });
    stream = { token, stop };
  }

  return {
    enter(admission) {
      const { expiresAt, serverNow } = admission.meeting;
      held = { admission, present: true, endsAt: now() + Date.parse(expiresAt) - Date.parse(serverNow) };
      waiting = null;
      allowMedia(admission.livekitUrl);
      listen(admission.participationToken);
      onPresence(true);
      return withoutToken(admission);
    },
    get() {
      if (held && held.endsAt <= now()) forget();
      return held ? { admission: withoutToken(held.admission), present: held.present } : null;
    },
    wait(participationToken) {
      forget();
      waiting = participationToken;
      listen(participationToken);
    },
    isWaiting: () => waiting !== null,
    token() {
      const token = waiting ?? held?.admission.participationToken;
      return token === undefined ? err({ code: 'meeting-over' }) : ok(token);
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
