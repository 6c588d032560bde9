import { maxRenewals, returnMs, seatTimes } from '../seats/seat-times.ts';
import {
  isSeated,
  withPerson,
  type KnownPerson,
  type MeetingState,
  type Person,
  type Seat,
} from '../meeting-state.ts';

// The lock, the waiting room and the moderator link: whom they spare, as functions of a meeting.

export type Entry = 'open' | 'wait' | 'locked';

/** Asked for again in the second half of its time, a seat is renewed; before, it is simply theirs. */
export const isDue = ({ heldUntil }: Seat, now: number): boolean =>
  heldUntil !== null && heldUntil - now <= seatTimes.unused / 2;

/** Nobody took it up although it was renewed as often as may be. */
export const isUsedUp = (seat: Seat, now: number): boolean =>
  isDue(seat, now) && (seat.renewals ?? 0) >= maxRenewals;

/** Whether somebody is in the room, or was and has not been gone for long. */
export const wasThereLately = ({ place, seenAt }: KnownPerson, now: number): boolean =>
  (place.kind === 'seated' && place.heldUntil === null) || (seenAt !== undefined && now - seenAt < returnMs);

/**
 * Whether somebody is no newcomer: they are in the room, or were and have not been gone for long. Without ever having
 * been seen there, whoever has a seat may come for it again; but under a lock only if a moderator decided about them.
 */
export function isReturning(state: MeetingState, person: KnownPerson, now: number): boolean {
  const { seenAt, role } = person;
  const { kind } = person.place;
  if (kind === 'removed' || kind === 'refused' || kind === 'waiting') return false;
  if (wasThereLately(person, now)) return true;
  if (seenAt !== undefined || !isSeated(person, now) || isUsedUp(person.place, now)) return false;
  return !state.locked || role === 'moderator' || person.place.byModerator === true;
}

/** What a newcomer finds, and as whom they come in. */
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

/** Whoever was gone for too long is what their link makes of them: a role that was given to them went with them. */
export const asNewcomer = ({ role, promoted, ...person }: KnownPerson): KnownPerson => ({
  ...person,
  role: promoted ? 'participant' : role,
  seenAt: undefined,
});

/** Moderators whom nobody has seen in the room are none any more, but `by` and the opener. Answers who lost the role. */
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
