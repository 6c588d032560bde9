import { roomMetadata, type RoomMetadata } from '../../shared/meeting.ts';
import type { MeetingState } from './state.ts';

/** What everybody in the LiveKit room may read of the meeting. */
export function roomMetadataOf({ expiresAt, locked, policy }: MeetingState): string {
  const metadata: RoomMetadata = { v: 1, expiresAt: new Date(expiresAt).toISOString(), locked, policy };
  return JSON.stringify(metadata);
}

/** When the meeting of a room ends (ms since 1970), from the room itself; null if it does not say. */
export function deadlineOf(metadata: string): number | null {
  try {
    return Date.parse(roomMetadata.parse(JSON.parse(metadata)).expiresAt);
  } catch {
    return null;
  }
}
