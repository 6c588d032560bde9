import { createHash } from 'node:crypto';
import { deadlineOf, readRoomMetadata, type RoomMetadata } from '../../../shared/room-metadata.ts';

/**
 * Lock, policy and spotlight in one number, for stores that compare what many rooms say with what they should. Without a
 * spotlight it is the number of releases that know none, so that two releases side by side agree about most rooms.
 */
export const rulesOf = ({
  locked,
  policy,
  spotlight,
}: Pick<RoomMetadata, 'locked' | 'policy' | 'spotlight'>): number =>
  [locked, policy.microphone, policy.camera, policy.screen].reduce(
    (bits, bit) => bits * 2 + Number(bit),
    spotlight === null ? 0 : digestOf(spotlight),
  );

/** 32 bits: with the four of the others it stays an exact number. */
const digestOf = (identity: string): number => createHash('sha256').update(identity).digest().readUInt32BE();

/** The same, from the room itself; null if it does not say. */
export const rulesIn = (text: string): number | null => {
  const metadata = readRoomMetadata(text);
  return metadata && rulesOf(metadata);
};

/**
 * Whether a room's metadata tell of no meeting that goes on: LiveKit recreated it for somebody with an old token, or
 * its time is up.
 */
export function hasNoOpenMeeting(metadata: string, now: number): boolean {
  const deadline = deadlineOf(metadata);
  return deadline === null || now >= deadline;
}
