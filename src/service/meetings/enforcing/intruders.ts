import type { MediaPerson } from '../../livekit/participants.ts';
import { asNewcomer, entryFor, isReturning } from '../entering/entry-rules.ts';
import { isIdentity } from '../credentials/participation-token.ts';
import {
  personOf,
  withPerson,
  type KnownPerson,
  type MeetingState,
  type Person,
  type Place,
} from '../meeting-state.ts';

// Who is in the LiveKit room and has no business there, as functions of a meeting. LiveKit (1.13) gives whoever enters a
// fresh token of ten minutes, at every entry, and cannot take it back: what ends it is another room.

export const intruderTimes = {
  /** A move interrupts everybody for a moment, so that there is no more than one in so long (ms). */
  betweenMoves: 60_000,
  /** How long (ms) a room is watched after it was last seen to be needed: LiveKit's ten minutes and its leeway of one. */
  watchedFor: 11 * 60_000,
  checkEvery: 600,
  /** So often (ms), for so long, right after: who means to come back mostly does so at once. */
  attackFor: 30_000,
  checkEveryInAttack: 250,
} as const;

/** Somebody as LiveKit describes them: whoever comes back has another `sid`. */
type Visitor = Pick<MediaPerson, 'identity' | 'sid'>;

/**
 * Notes who was found in the room at `at` and is to be put out; answers whether the meeting is to move to another room.
 * That is so for whoever the meeting does not know, and for whoever is kept out and found a second time. Others may come
 * back through the door; their leaving may have overtaken their going, or they are forgotten, and they are only put out.
 */
export function noteIntruders(
  state: MeetingState,
  found: readonly Visitor[],
  at: number,
): { readonly state: MeetingState; readonly answer: boolean } {
  let next = state;
  let isSerious = false;
  let shouldMove = false;
  for (const { identity, sid } of found) {
    const person = personOf(next, identity);
    if (person?.place.kind === 'seated') continue;
    const visited = person && withVisit(person, person.place, { sid, at });
    if (visited) next = withPerson(next, visited.person);
    const isKeptOut = person ? mayNotEnter(state, person, at) : isStranger(state, identity);
    const isBack = !visited || visited.times > 1;
    isSerious ||= isKeptOut || isBack;
    shouldMove ||= isKeptOut && isBack;
  }
  if (isSerious) next = { ...next, intrudersSeenAt: at };
  return { state: next, answer: shouldMove && mayMove(state, at) };
}

/** A moderator shut them out, or has yet to let them in. */
function mayNotEnter(state: MeetingState, person: KnownPerson, at: number): boolean {
  const { kind } = person.place;
  if (kind === 'removed' || kind === 'refused' || kind === 'waiting') return true;
  return !isReturning(state, person, at) && entryFor(state, asNewcomer(person)).door !== 'open';
}

/**
 * Nobody whom the meeting ever admitted, or one of those whom it has forgotten (forget.ts) and the door would not let in.
 * Whoever has the link makes as many of these as they like, and with an open door a move would keep nobody out.
 */
function isStranger(state: MeetingState, identity: string): boolean {
  const newcomer = { identity, displayName: '', role: 'participant', verified: 'guest' } as const;
  return !isIdentity(identity) || entryFor<Person>(state, newcomer).door !== 'open';
}

const mayMove = ({ intrudersLeftAt }: MeetingState, at: number): boolean =>
  intrudersLeftAt === null || at - intrudersLeftAt >= intruderTimes.betweenMoves;

/** LiveKit may take seconds to put somebody out, who is found again meanwhile: only another `sid` is another visit. */
function withVisit(
  person: KnownPerson,
  place: Exclude<Place, { kind: 'seated' }>,
  { sid, at }: { readonly sid: string; readonly at: number },
): { readonly person: KnownPerson; readonly times: number } {
  const before = place.visits;
  if (before?.sid === sid) return { person, times: before.times };
  const times = (before?.times ?? 0) + 1;
  return { person: { ...person, place: { ...place, visits: { times, at, sid } } }, times };
}

/** How soon (ms) somebody must look for intruders again; null: not at all. */
export function nextIntruderCheck({ people, intrudersSeenAt }: MeetingState, now: number): number | null {
  let last = intrudersSeenAt ?? 0;
  for (const { place } of Object.values(people))
    if (place.kind === 'removed') last = Math.max(last, place.at);
  const calm = now - last;
  if (calm >= intruderTimes.watchedFor) return null;
  return calm < intruderTimes.attackFor ? intruderTimes.checkEveryInAttack : intruderTimes.checkEvery;
}
