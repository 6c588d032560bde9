import { duplicateTooLongAt } from '../enforcing/duplicate-tracks.ts';
import { nextIntruderCheck } from '../enforcing/intruders.ts';
import { hasOutdatedToken } from '../enforcing/outdated-tokens.ts';
import { checkBeforeMs } from '../seats/seat-times.ts';
import { isSeated, type MeetingState } from '../meeting-state.ts';

/** Who is in a room is asked this often (ms) if nothing else is heard of it: 5,000 meetings cost 333 calls a second. */
const steadyIntervalMs = 15_000;
/** So often (ms) while somebody may come in with rights that they have no more, which no webhook need tell. */
const outdatedTokenIntervalMs = 500;

/** When (ms since 1970) the meeting ends for want of people; null while a seat is taken. */
export function emptyEnd(state: MeetingState, now: number): number | null {
  if (Object.values(state.people).some((person) => isSeated(person, now))) return null;
  const { lastPresentAt, createdAt, patience } = state;
  return lastPresentAt === null ? createdAt + patience.neverJoined : lastPresentAt + patience.empty;
}

/** When somebody must look after the meeting next, if nothing happens before. */
export function nextReconciliation(state: MeetingState, now: number): number {
  const times = [state.expiresAt, emptyEnd(state, now) ?? Infinity];
  const watch = nextIntruderCheck(state, now);
  if (watch !== null) times.push(now + watch);
  for (const each of state.doubled) times.push(duplicateTooLongAt(each));
  const people = Object.values(state.people);
  if (people.some((person) => hasOutdatedToken(state, person, now)))
    times.push(now + outdatedTokenIntervalMs);
  for (const { place } of people) {
    if (place.kind === 'waiting') times.push(place.heldUntil);
    if (place.kind !== 'seated') continue;
    if (place.heldUntil === null) times.push(now + steadyIntervalMs);
    else {
      const before = place.heldUntil - checkBeforeMs;
      times.push(before > now ? before : place.heldUntil);
    }
  }
  return Math.min(...times);
}
