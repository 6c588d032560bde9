import { roomMetadata, type RoomMetadata } from '../../../shared/meeting.ts';
import { parseJson } from '../../../shared/parse-json.ts';
import type { MeetingState } from '../meeting-state.ts';

/** What everybody in the LiveKit room may read of the meeting. */
export function roomMetadataOf({ expiresAt, locked, policy }: MeetingState): string {
  const metadata: RoomMetadata = { v: 1, expiresAt: new Date(expiresAt).toISOString(), locked, policy };
  return JSON.stringify(metadata);
}

/** Lock and policy in one small number, for stores that compare what many rooms say with what they should. */
export const rulesOf = ({ locked, policy }: Pick<RoomMetadata, 'locked' | 'policy'>): number =>
  [locked, policy.microphone, policy.camera, policy.screen].reduce((bits, bit) => bits * 2 + Number(bit), 0);

/** The same, from the room itself; null if it does not say. */
export const rulesIn = (metadata: string): number | null => {
  const read = roomMetadata.safeParse(parseJson(metadata));
  return read.success ? rulesOf(read.data) : null;
};

/**
 * When the meeting of a room ends (ms since 1970), according to the room's metadata; null if they do not say. Nothing
 * else is read: whatever another release adds or leaves out, a room must end at its deadline and not before.
 */
export function deadlineOf(metadata: string): number | null {
  const read = roomMetadata.pick({ expiresAt: true }).safeParse(parseJson(metadata));
  return read.success ? Date.parse(read.data.expiresAt) : null;
}

/**
 * Whether a room's metadata tell of no meeting that goes on: LiveKit recreated it for somebody with an old token, or
 * its time is up.
 */
export function hasNoOpenMeeting(metadata: string, now: number): boolean {
  const deadline = deadlineOf(metadata);
  return deadline === null || now >= deadline;
}
