import { enterRoom, type InRoom } from '../../../src/service/testing/signal-client.ts';
import type { RoomAdmission } from '../../../src/shared/calls/meeting.ts';
import type { Admission } from '../../../src/shared/meeting.ts';
import { takePart } from '../recovery/participation.ts';

/** Somebody without sound who goes where the meeting goes, as the app does: many of them fit one machine. */
export type Follower = {
  /** For how long (ms) they were in no room, each time; null while they are in none. */
  readonly interruptions: () => readonly number[] | null;
  readonly leave: () => void;
};

export async function followMoves(origin: string, who: Admission): Promise<Follower> {
  const interruptions: number[] = [];
  let inside: InRoom | null = await enterRoom(who.livekitUrl, who.livekitToken);
  let cutAt: number | null = null;
  async function noteCut(room: InRoom): Promise<void> {
    await room.left;
    if (inside === room) cutAt ??= performance.now();
  }
  void noteCut(inside);

  async function move({ livekitUrl, livekitToken }: RoomAdmission): Promise<void> {
    // The old connection first, as the app does: it would be a second self.
    cutAt ??= performance.now();
    inside?.leave();
    inside = null;
    const entered = await enterRoom(livekitUrl, livekitToken);
    interruptions.push(performance.now() - cutAt);
    [inside, cutAt] = [entered, null];
    void noteCut(entered);
  }
  const participation = takePart(origin, who);
  participation.onChange(() => {
    const now = participation.admission();
    // Who finds no way in is in no room, which is what is measured.
    if (now !== null) void move(now).catch(() => undefined);
  });
  return {
    interruptions: () => (inside === null || cutAt !== null ? null : interruptions),
    leave() {
      participation.stop();
      inside?.leave();
    },
  };
}
