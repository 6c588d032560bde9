import type { RoomMetadata } from '../../shared/meeting.ts';
import type { MeetingRecord } from './store.ts';

/** What everybody in the LiveKit room may read of the meeting. */
export function roomMetadataOf(meeting: MeetingRecord): string {
  const metadata: RoomMetadata = {
    v: 1,
    expiresAt: new Date(meeting.expiresAt).toISOString(),
    locked: false,
    policy: { microphone: true, camera: true, screen: true },
  };
  return JSON.stringify(metadata);
}
