import type { MeetingDeps } from './deps.ts';
import type { Change, MeetingState } from './meeting-state.ts';
import { moderatorsOf, whoWaits } from './entering/waiting-room.ts';

/**
 * Lets a rule change the meeting in the store, tells its moderators if more or fewer people wait since, and closes
 * the streams of people whom the meeting has forgotten.
 */
export async function updateMeeting<T>(
  { store, announcements }: Pick<MeetingDeps, 'store' | 'announcements'>,
  meetingId: string,
  rule: (state: MeetingState) => Change<T>,
  order?: 'first',
): Promise<T | null> {
  const done = await store.update(
    meetingId,
    (before) => {
      const { state, answer } = rule(before);
      const changed = state !== null && state !== before;
      const forgotten = changed ? forgottenOf(before, state) : [];
      return { state, answer: { answer, news: changed ? news(before, state) : null, forgotten } };
    },
    order,
  );
  if (done === null) return null;
  announcements.dismiss(meetingId, done.forgotten);
  if (done.news) announcements.announce(meetingId, { type: 'waiting', count: done.news.count }, done.news.to);
  return done.answer;
}

function news(before: MeetingState, after: MeetingState): { count: number; to: readonly string[] } | null {
  const count = whoWaits(after).length;
  const known = moderatorsOf(before);
  const to = moderatorsOf(after);
  if (count !== whoWaits(before).length) return { count, to };
  // New moderators have not been told yet.
  const fresh = count > 0 ? to.filter((identity) => !known.includes(identity)) : [];
  return fresh.length > 0 ? { count, to: fresh } : null;
}

const forgottenOf = (before: MeetingState, after: MeetingState): string[] =>
  Object.keys(before.people).filter((identity) => !Object.hasOwn(after.people, identity));
