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

/** The person at a new place. What is known of them stands: a role that was given since is not taken back. */
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
 * Seats the person until they come. Who is known to be in the room stays known to be: they only asked for a new token. A
 * seat that nobody takes up is renewed, but not for ever: then its owner needs another one that is free.
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

/** Put off once more, unless that was done as often as may be. */
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
  // Leaving twice must not put off the end of an empty meeting.
  if (person?.place.kind !== 'seated') return state;
  const { heldUntil } = person.place;
  const seenAt = heldUntil === null ? now : person.seenAt;
  const left = withPerson(state, { ...person, seenAt, hand: null, place: { kind: 'left', at: now } });
  return { ...left, lastPresentAt: Math.max(now, state.lastPresentAt ?? 0) };
}

type Presence = {
  /** When the list was asked for: who left or sat down later is not judged by it. */
  readonly at: number;
  readonly present: readonly string[];
};

/** Brings the seats to agree with a list from LiveKit. Answers who is in the room and has no right to it. */
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
    // An older list than their leaving says nothing.
    else if (!person || !('at' in person.place) || person.place.at < at) strangers.push(identity);
  }
  // Strangers are on their way out: they do not keep a meeting alive.
  const anybody = present.some((identity) => personOf(next, identity)?.place.kind === 'seated');
  if (anybody && next.lastPresentAt === null) next = { ...next, lastPresentAt: at };
  return { state: next, answer: strangers };
}

/** Missed for too long, or never there, and in the room after all: theirs if one is free and the door open to them. */
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

/** What goes on being true of a seat that is taken again: all but that its owner has yet to come for it. */
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
  // The list must be younger than the end of their time, or they may have come since.
  const isOver = place.heldUntil <= now && place.heldUntil <= at;
  if (!isOver && !isLockedOut(state, person, at)) return state;
  return withPerson(state, { ...person, hand: null, place: { kind: 'lost', at } });
}

/** A lock frees the seats of participants who were never there, but for those whom a moderator has let in. */
function isLockedOut({ locked }: MeetingState, { role, seenAt, place }: KnownPerson, at: number): boolean {
  if (!locked || role === 'moderator' || seenAt !== undefined || place.kind !== 'seated') return false;
  const since = (place.heldUntil ?? Infinity) - seatTimes.unused;
  return !place.byModerator && since <= at;
}

/**
 * The room was lost and made again: every seat is kept for a while and its owner called back. Whose time had run out has
 * none any more; somebody else may have it by now.
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
