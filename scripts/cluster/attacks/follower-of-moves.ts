import { connectMeetingEvents } from '../../../src/client/meeting-events.ts';
import { enterRoom, type InRoom } from '../../../src/service/testing/signal-client.ts';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import type { meetingCalls } from '../../probe/meeting-calls.ts';

/** Somebody without sound who goes where the meeting goes, as the app does: many of them fit one machine. */
export type Follower = {
  /** For how long (ms) they were in no room, each time; null while they are in none. */
  readonly interruptions: () => readonly number[] | null;
  readonly leave: () => void;
};

type Call = ReturnType<typeof meetingCalls>;

export async function followMoves(origin: string, call: Call, who: Admission): Promise<Follower> {
  const interruptions: number[] = [];
  let inside: InRoom | null = await enterRoom(who.livekitUrl, who.livekitToken);
  let cutAt: number | null = null;
  async function noteCut(room: InRoom): Promise<void> {
    await room.left;
    if (inside === room) cutAt ??= performance.now();
  }
  void noteCut(inside);

  async function move(): Promise<void> {
    const now = admission.parse(await call('rejoin', {}, who.participationToken));
    // The old connection first, as the app does: it would be a second self.
    cutAt ??= performance.now();
    inside?.leave();
    inside = null;
    const entered = await enterRoom(now.livekitUrl, now.livekitToken);
    interruptions.push(performance.now() - cutAt);
    [inside, cutAt] = [entered, null];
    void noteCut(entered);
  }
  const events = connectMeetingEvents({ origin, fetch, random: Math.random }).follow(who.participationToken, {
    onEvent: (event) => {
      // Who finds no way in is in no room, which is what is measured.
      if (event.type === 'rejoin') void move().catch(() => undefined);
    },
    onReachable: () => undefined,
  });
  return {
    interruptions: () => (inside === null || cutAt !== null ? null : interruptions),
    leave() {
      events.stop();
      inside?.leave();
    },
  };
}
