import { endMeeting } from './end.ts';
import type { Parts } from './parts.ts';

type Needs = Pick<Parts, 'store' | 'places' | 'announcements' | 'limits' | 'clock' | 'log'>;

const minute = 60_000;

/** Ends what has reached its time, or has been empty for too long. */
export async function endDueMeetings(parts: Needs): Promise<void> {
  const { store, limits, clock } = parts;
  const now = clock();
  await store.forget(now);
  const due = (await store.openMeetings()).map(async (meeting) => {
    if (now >= meeting.expiresAt) return endMeeting(parts, meeting.id, 'time');
    const emptySince = meeting.lastPresentAt ?? meeting.createdAt;
    const patience = meeting.lastPresentAt === null ? limits.neverJoinedMinutes : limits.emptyMinutes;
    const overdue = meeting.seats === 0 && now >= emptySince + patience * minute;
    if (overdue) await endMeeting(parts, meeting.id, 'empty', 'if-empty');
  });
  await Promise.all(due);
}
