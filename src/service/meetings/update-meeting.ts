import type { Parts } from './parts.ts';
import type { Change, MeetingState } from './state.ts';
import { moderatorsOf, whoWaits } from './waiting.ts';

/** Has a rule change the meeting, as the store does, and tells its moderators if more or fewer people wait since. */
export async function updateMeeting<T>(
  { store, announcements }: Pick<Parts, 'store' | 'announcements'>,
  meetingId: string,
  rule: (state: MeetingState) => Change<T>,
): Promise<T | null> {
  const done = await store.update(meetingId, (before) => {
    const { state, answer } = rule(before);
    return { state, answer: { answer, news: state && state !== before ? news(before, state) : null } };
  });
  if (done === null) return null;
  if (done.news) announcements.announce(meetingId, { type: 'waiting', count: done.news.count }, done.news.to);
  return done.answer;
}

function news(before: MeetingState, after: MeetingState): { count: number; to: readonly string[] } | null {
  const count = whoWaits(after).length;
  const known = moderatorsOf(before);
  const to = moderatorsOf(after);
  if (count !== whoWaits(before).length) return { count, to };
  // Whoever has just become a moderator has not heard it yet.
  const fresh = count > 0 ? to.filter((identity) => !known.includes(identity)) : [];
  return fresh.length > 0 ? { count, to: fresh } : null;
}
