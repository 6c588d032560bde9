import { deadlineOf, readRoomMetadata, type RoomMetadata } from '../../../shared/room-metadata.ts';

/** Lock and policy in one small number, for stores that compare what many rooms say with what they should. */
export const rulesOf = ({ locked, policy }: Pick<RoomMetadata, 'locked' | 'policy'>): number =>
  [locked, policy.microphone, policy.camera, policy.screen].reduce((bits, bit) => bits * 2 + Number(bit), 0);

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
