import { asNewcomer, entryFor, isDue, isReturning, isUsedUp } from '../entering/entry-rules.ts';
import { forgetSome } from './forget-people.ts';
import { noteToken } from '../enforcing/outdated-tokens.ts';
import { maxRenewals, seatTimes } from './seat-times.ts';
import {
  isSeated,
  isWaitingCaller,
  personOf,
  takenSeats,
  withPerson,
  type KnownPerson,
  type MeetingState,
  type Person,
  type Place,
  type Seat,
} from '../meeting-state.ts';

// The rules of seats, as functions of a meeting: no clock, no store, no LiveKit.

/** The person in a new place. What is known of them stays: a role that was given since is not taken back. */
export const movedTo = (state: MeetingState, person: Person, place: Place): KnownPerson => {
  const { identity, displayName, role, verified, opener } = person;
  const unknown = {
    identity,
    displayName,
    role,
    verified,
    hand: null,
    allowed: {},
    ...(opener && { opener }),
  };
  return { ...unknown, ...personOf(state, identity), place };
};

/**
 * Reserves a seat until the person comes. Whoever is known to be in the room stays there: they only asked for a new
 * token. A seat that nobody takes is renewed, but not for ever: after that its owner needs another free one.
 */
export function takeSeat(
  state: MeetingState,
  person: Person,
  now: number,
): { readonly state: MeetingState; readonly answer: 'seated' | 'full' | 'removed' } {
  const before = personOf(state, person.identity);
  if (before?.place.kind === 'removed') return { state, answer: 'removed' };
  const seat = before && isSeated(before, now) ? before.place : null;
  const kept = seat && !isUsedUp(seat, now) ? seat : null;
  const others = takenSeats(state, now, seat ? undefined : person.identity);
  if (!kept && others >= state.maxParticipants) return { state, answer: 'full' };
  const place: Place = kept
    ? { ...sameSeat(isDue(kept, now) ? renewed(kept, now) : kept), recalled: false }
    : { kind: 'seated', heldUntil: now + seatTimes.unused, recalled: false };
  const seated = forgetSome(withPerson(state, movedTo(state, person, place)), now);
  return { state: noteToken(seated, person.identity, now), answer: 'seated' };
}

/** Renewed once more, unless that was done as often as allowed. */
const renewed = (seat: Seat, now: number): Seat =>
  (seat.renewals ?? 0) >= maxRenewals
    ? seat
    : {
        ...seat,
        heldUntil: Math.max(now + seatTimes.unused, seat.heldUntil ?? 0),
        renewals: (seat.renewals ?? 0) + 1,
      };

/** Frees the seat of somebody who goes; they may come back while the meeting lasts. */
export function leaveSeat(state: MeetingState, identity: string, now: number): MeetingState {
  const person = personOf(state, identity);
  // Leaving twice must not delay the end of an empty meeting.
  if (person?.place.kind !== 'seated') return state;
  const { heldUntil } = person.place;
  const seenAt = heldUntil === null ? now : person.seenAt;
  const left = withPerson(state, { ...person, seenAt, hand: null, place: { kind: 'left', at: now } });
  return { ...left, lastPresentAt: Math.max(now, state.lastPresentAt ?? 0) };
}

type Presence = {
  /** When the list was requested: it says nothing about people who left or sat down later. */
  readonly at: number;
  readonly present: readonly string[];
};

/** Updates the seats from a list of LiveKit. Answers who is in the room without the right to be. */
export function notePresence(
  state: MeetingState,
  { at, present }: Presence,
  now: number,
): { readonly state: MeetingState; readonly answer: readonly string[] } {
  const here = new Set(present);
  let next = Object.values(state.people).reduce(
    (changed, person) => (here.has(person.identity) ? changed : noteAbsent(changed, person, at, now)),
    state,
  );
  const strangers: string[] = [];
  for (const identity of here) {
    const person = personOf(next, identity);
    const owner = person && (isSeated(person, now) ? person : mayStillComeIn(next, person, now));
    if (owner) next = occupySeat(next, owner, at);
    else if (person && isWaitingCaller(person)) continue;
    // A list from before they left says nothing.
    else if (!person || !('at' in person.place) || person.place.at < at) strangers.push(identity);
  }
  // Strangers are about to be removed: they do not keep a meeting alive.
  const anybody = present.some((identity) => personOf(next, identity)?.place.kind === 'seated');
  if (anybody && next.lastPresentAt === null) next = { ...next, lastPresentAt: at };
  return { state: next, answer: strangers };
}

/**
 * They lost their seat, or never came, and are in the room now: they get a seat if one is free and they may come in.
 */
function mayStillComeIn(state: MeetingState, person: KnownPerson, now: number): KnownPerson | null {
  const { kind } = person.place;
  if (kind !== 'lost' && kind !== 'seated') return null;
  if (takenSeats(state, now) >= state.maxParticipants) return null;
  if (isReturning(state, person, now)) return person;
  const { door, as } = entryFor(state, asNewcomer(person));
  return door === 'open' ? as : null;
}

function occupySeat(state: MeetingState, person: KnownPerson, at: number): MeetingState {
  const { place } = person;
  if (place.kind === 'seated' && place.heldUntil === null && !place.recalled) return state;
  const seat: Seat = { kind: 'seated', heldUntil: null, recalled: false };
  if (place.kind !== 'seated') return withPerson(state, { ...person, seenAt: at, place: seat });
  const { renewals: _unused, ...kept } = sameSeat(place);
  return withPerson(state, { ...person, seenAt: at, place: { ...kept, ...seat } });
}

/** A seat that is taken again keeps everything except that its owner has yet to come for their admission. */
function sameSeat(seat: Seat): Seat {
  const { admitted: _taken, ...kept } = seat;
  return kept;
}

function noteAbsent(state: MeetingState, person: KnownPerson, at: number, now: number): MeetingState {
  const { place } = person;
  if (place.kind !== 'seated') return state;
  if (place.heldUntil === null) {
    const heldUntil = at + seatTimes.absent;
    const missed = withPerson(state, { ...person, seenAt: at, place: { ...place, heldUntil } });
    return { ...missed, lastPresentAt: Math.max(at, state.lastPresentAt ?? 0) };
  }
  // The list must have been requested after their time ended, or they may have come since.
  const isOver = place.heldUntil <= now && place.heldUntil <= at;
  if (!isOver && !isLockedOut(state, person, at)) return state;
  return withPerson(state, { ...person, hand: null, place: { kind: 'lost', at } });
}

/** A lock frees the seats of participants who were never there, except those whom a moderator has let in. */
function isLockedOut({ locked }: MeetingState, { role, seenAt, place }: KnownPerson, at: number): boolean {
  if (!locked || role === 'moderator' || seenAt !== undefined || place.kind !== 'seated') return false;
  const since = (place.heldUntil ?? Infinity) - seatTimes.unused;
  return !place.byModerator && since <= at;
}

/**
 * The room was lost and created again: every seat is held for a while and its owner asked to reconnect. A seat whose
 * time had run out is gone; somebody else may have it by now.
 */
export function recallEverybody(state: MeetingState, now: number): MeetingState {
  return Object.values(state.people).reduce((recalled, person) => {
    if (!isSeated(person, now)) return recalled;
    const seat = { ...sameSeat(person.place), recalled: true };
    return person.place.heldUntil === null
      ? withPerson(recalled, {
          ...person,
          seenAt: now,
          place: { ...seat, heldUntil: now + seatTimes.unused },
        })
      : withPerson(recalled, { ...person, place: renewed(seat, now) });
  }, state);
}
