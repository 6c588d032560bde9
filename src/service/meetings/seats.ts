import { seatTimes } from './seat-times.ts';
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
} from './state.ts';

// The rules of seats, as functions of a meeting: no clock, no store, no LiveKit.

/**
 * Who left is remembered so that they may come back, and who was removed so that they learn it, up to this many of each a
 * meeting; then those are forgotten who went first. LiveKit's room is closed to whom nobody knows: a ban needs no memory.
 */
const maxForgettable = 1000;

/** The person at a new place. What is known of them stands: a role that was given since is not taken back. */
export const movedTo = (state: MeetingState, person: Person, place: Place): KnownPerson => {
  const { identity, displayName, role, verified } = person;
  const unknown = { identity, displayName, role, verified, hand: null, allowed: {} };
  return { ...unknown, ...personOf(state, identity), place };
};

/** Seats the person until they come, or at least as long as their seat was theirs already. */
export function takeSeat(
  state: MeetingState,
  person: Person,
  now: number,
): { readonly state: MeetingState; readonly answer: 'seated' | 'full' | 'removed' } {
  const before = personOf(state, person.identity);
  if (before?.place.kind === 'removed') return { state, answer: 'removed' };
  const seat = before && isSeated(before, now) ? before.place : null;
  if (!seat && takenSeats(state, now, person.identity) >= state.maxParticipants)
    return { state, answer: 'full' };
  // Who is known to be in the room stays known to be: they only asked for a new token.
  const heldUntil = seat?.heldUntil === null ? null : Math.max(now + seatTimes.unused, seat?.heldUntil ?? 0);
  const place: Place = { ...sameSeat(seat), kind: 'seated', heldUntil, recalled: false };
  return { state: forgetSome(withPerson(state, movedTo(state, person, place)), now), answer: 'seated' };
}

/** Frees the seat of somebody who goes; they may come back while the meeting lasts. */
export function leaveSeat(state: MeetingState, identity: string, now: number): MeetingState {
  const person = personOf(state, identity);
  // Leaving twice must not put off the end of an empty meeting.
  if (person?.place.kind !== 'seated') return state;
  const left = withPerson(state, { ...person, hand: null, place: { kind: 'left', at: now } });
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
    (changed, person) => (here.has(person.identity) ? changed : miss(changed, person, at, now)),
    state,
  );
  const strangers: string[] = [];
  for (const identity of here) {
    const person = personOf(next, identity);
    const seated = person && (isSeated(person, now) || seatIsTheirs(next, person, now));
    if (seated) next = settle(next, person);
    else if (person && isWaitingCaller(person)) continue;
    // An older list than their leaving says nothing.
    else if (!person || !('at' in person.place) || person.place.at < at) strangers.push(identity);
  }
  // Strangers are on their way out: they do not keep a meeting alive.
  const anybody = present.some((identity) => personOf(next, identity)?.place.kind === 'seated');
  if (anybody && next.lastPresentAt === null) next = { ...next, lastPresentAt: at };
  return { state: next, answer: strangers };
}

/** Missed for too long, or never there, and in the room after all: theirs again if one is free. */
function seatIsTheirs(state: MeetingState, person: KnownPerson, now: number): boolean {
  const { kind } = person.place;
  return (kind === 'lost' || kind === 'seated') && takenSeats(state, now) < state.maxParticipants;
}

function settle(state: MeetingState, person: KnownPerson): MeetingState {
  const { place } = person;
  if (place.kind === 'seated' && place.heldUntil === null && !place.recalled) return state;
  return withPerson(state, {
    ...person,
    place: { ...sameSeat(place), kind: 'seated', heldUntil: null, recalled: false },
  });
}

/** What goes on being true of a seat that is taken again: all but that its owner has yet to come for it. */
function sameSeat(place: Place | null): object {
  if (place?.kind !== 'seated') return {};
  const { admitted: _taken, ...kept } = place;
  return kept;
}

function miss(state: MeetingState, person: KnownPerson, at: number, now: number): MeetingState {
  const { place } = person;
  if (place.kind !== 'seated') return state;
  if (place.heldUntil === null) {
    const missed = withPerson(state, { ...person, place: { ...place, heldUntil: at + seatTimes.absent } });
    return { ...missed, lastPresentAt: Math.max(at, state.lastPresentAt ?? 0) };
  }
  // The list must be younger than the end of their time, or they may have come since.
  if (place.heldUntil > now || place.heldUntil > at) return state;
  return withPerson(state, { ...person, hand: null, place: { kind: 'lost', at } });
}

/** The room was lost and made again: every seat is kept for a while and its owner called back. */
export function recallEverybody(state: MeetingState, now: number): MeetingState {
  return Object.values(state.people).reduce((recalled, person) => {
    if (person.place.kind !== 'seated') return recalled;
    const heldUntil = Math.max(now + seatTimes.unused, person.place.heldUntil ?? 0);
    return withPerson(recalled, {
      ...person,
      place: { ...sameSeat(person.place), kind: 'seated', heldUntil, recalled: true },
    });
  }, state);
}

export function forgetSome(state: MeetingState, now: number): MeetingState {
  const gone = Object.values(state.people).filter(
    (person) => person.place.kind !== 'waiting' && !isSeated(person, now) && !isCallerKeptOut(person),
  );
  if (gone.length <= maxForgettable) return state;
  const removed = gone.filter(({ place }) => place.kind === 'removed');
  const absent = gone.filter(({ place }) => place.kind !== 'removed');
  const tooMany = [removed, absent].flatMap((some) =>
    some.toSorted(byWorth).slice(0, Math.max(0, some.length - maxForgettable)),
  );
  if (tooMany.length === 0) return state;
  const people = { ...state.people };
  for (const { identity } of tooMany) delete people[identity];
  return { ...state, people };
}

/** Their number is all that a caller has: forgotten, they would come in as somebody new. */
const isCallerKeptOut = ({ verified, place: { kind } }: KnownPerson): boolean =>
  verified === 'phone' && (kind === 'removed' || kind === 'refused');

/** The first is missed least: whoever has the link can make a crowd, but no moderator. */
const byWorth = (one: KnownPerson, other: KnownPerson): number =>
  Number(one.role === 'moderator') - Number(other.role === 'moderator') || goneAt(one) - goneAt(other);

const goneAt = ({ place }: KnownPerson): number => ('at' in place ? place.at : (place.heldUntil ?? 0));
