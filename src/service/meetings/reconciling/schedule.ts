import { duplicateTooLongAt } from '../enforcing/duplicate-tracks.ts';
import { nextIntruderCheck } from '../enforcing/intruders.ts';
import { hasOutdatedToken } from '../enforcing/outdated-tokens.ts';
import { checkBeforeMs } from '../seats/seat-times.ts';
import { isSeated, type MeetingState } from '../meeting-state.ts';

/** The room is checked this often (ms) if nothing else is heard of it: 5,000 meetings cost 333 calls a second. */
const steadyIntervalMs = 15_000;
/**
 * The interval (ms) while somebody may come in with rights that they no longer have, which no webhook need report.
 */
const outdatedTokenIntervalMs = 500;

/** When (ms since 1970) the meeting ends because it is empty; null while a seat is taken. */
export function emptyEnd(state: MeetingState, now: number): number | null {
  if (Object.values(state.people).some((person) => isSeated(person, now))) return null;
  const { lastPresentAt, createdAt, patience } = state;
  return lastPresentAt === null ? createdAt + patience.neverJoined : lastPresentAt + patience.empty;
}

/** When the meeting must be reconciled next, if nothing happens before. */
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
