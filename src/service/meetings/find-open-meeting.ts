import type { MeetingDeps } from './deps.ts';
import type { MeetingState } from './meeting-state.ts';

/** Null from the exact millisecond of the deadline, even if the meeting has not been ended yet. */
export async function findOpenMeeting(
  { store }: Pick<MeetingDeps, 'store'>,
  meetingId: string,
): Promise<MeetingState | null> {
  const meeting = await store.find(meetingId);
  return meeting && store.now() < meeting.expiresAt ? meeting : null;
}
