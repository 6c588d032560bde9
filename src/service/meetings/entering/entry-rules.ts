import { maxRenewals, returnMs, seatTimes } from '../seats/seat-times.ts';
import {
  isSeated,
  withPerson,
  type KnownPerson,
  type MeetingState,
  type Person,
  type Seat,
} from '../meeting-state.ts';

// To whom the lock, the waiting room and the closed moderator link do not apply, as functions of a meeting.

export type Entry = 'open' | 'wait' | 'locked';

/** A seat that is asked for again is renewed in the second half of its time only. */
export const isDue = ({ heldUntil }: Seat, now: number): boolean =>
  heldUntil !== null && heldUntil - now <= seatTimes.unused / 2;

/** The seat was renewed as often as allowed and nobody took it. */
export const isUsedUp = (seat: Seat, now: number): boolean =>
  isDue(seat, now) && (seat.renewals ?? 0) >= maxRenewals;

/** Whether somebody is in the room, or was and has not been gone for long. */
export const wasThereLately = ({ place, seenAt }: KnownPerson, now: number): boolean =>
  (place.kind === 'seated' && place.heldUntil === null) || (seenAt !== undefined && now - seenAt < returnMs);

/**
 * Whether somebody is returning: they are in the room, or were and have not been gone for long. Somebody who was
 * never seen there may ask again for their seat; but while the meeting is locked only if a moderator decided about
 * them.
 */
export function isReturning(state: MeetingState, person: KnownPerson, now: number): boolean {
  const { seenAt, role } = person;
  const { kind } = person.place;
  if (kind === 'removed' || kind === 'refused' || kind === 'waiting') return false;
  if (wasThereLately(person, now)) return true;
  if (seenAt !== undefined || !isSeated(person, now) || isUsedUp(person.place, now)) return false;
  return !state.locked || role === 'moderator' || person.place.byModerator === true;
}

/** Whether a newcomer may enter, and in which role. */
export function entryFor<P extends Person>(
  { locked, waitingRoom, moderatorLinkClosed }: MeetingState,
  newcomer: P,
): { readonly door: Entry; readonly as: P } {
  const { role, opener, verified } = newcomer;
  if (role === 'moderator' && moderatorLinkClosed && !opener)
    return { door: 'wait', as: { ...newcomer, role: 'participant' } };
  const as = newcomer;
  if (role === 'moderator') return { door: 'open', as };
  if (locked) return { door: 'locked', as };
  return { door: waitingRoom && verified !== 'agent' ? 'wait' : 'open', as };
}

/** Whoever was gone for too long has the role of their link again: a role given to them is lost. */
export const asNewcomer = ({ role, promoted, ...person }: KnownPerson): KnownPerson => ({
  ...person,
  role: promoted ? 'participant' : role,
  seenAt: undefined,
});

/**
 * Takes the role of moderator from people who were never seen in the room, except `by` and the opener. Answers who
 * lost it.
 */
export function unmakeUnseen(
  state: MeetingState,
  by: string,
): { readonly state: MeetingState; readonly answer: readonly string[] } {
  const unseen = Object.values(state.people).filter(
    ({ identity, role, opener, seenAt, place }) =>
      role === 'moderator' &&
      identity !== by &&
      !opener &&
      seenAt === undefined &&
      place.kind !== 'removed' &&
      !(place.kind === 'seated' && place.heldUntil === null),
  );
  return {
    state: unseen.reduce(
      (next, person) => withPerson(next, { ...person, role: 'participant', promoted: undefined }),
      state,
    ),
    answer: unseen.map(({ identity }) => identity),
  };
}
