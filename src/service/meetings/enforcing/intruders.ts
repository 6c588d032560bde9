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

// People in the LiveKit room who must not be there, as functions of a meeting. LiveKit (1.13) gives everybody who
// enters a fresh token of ten minutes and cannot revoke it: only another room ends it.

export const intruderTimes = {
  /** A move interrupts everybody for a moment, so there is at most one in this time (ms). */
  betweenMoves: 60_000,
  /** How long (ms) a room is watched after it was last seen to be needed: LiveKit's ten minutes and its leeway of one. */
  watchedFor: 11 * 60_000,
  checkEvery: 600,
  /** The interval (ms) right after, and for how long: most people who mean to come back do so at once. */
  attackFor: 30_000,
  checkEveryInAttack: 250,
} as const;

/** Somebody as LiveKit describes them: whoever comes back has another `sid`. */
type Visitor = Pick<MediaPerson, 'identity' | 'sid'>;

/**
 * Notes the people who were found in the room at `at` and must leave; answers whether the meeting has to move to
 * another room. It has to for people whom the meeting does not know, and for people who are kept out and found a
 * second time. Others could come in again the regular way: they may be on their way out, or forgotten, and are only
 * removed.
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

/** A moderator has refused or removed them, or has yet to let them in. */
function mayNotEnter(state: MeetingState, person: KnownPerson, at: number): boolean {
  const { kind } = person.place;
  if (kind === 'removed' || kind === 'refused' || kind === 'waiting') return true;
  return !isReturning(state, person, at) && entryFor(state, asNewcomer(person)).door !== 'open';
}

/**
 * Somebody whom the meeting never admitted, or has forgotten (forget-people.ts) and would not let in now. With the
 * link anybody can create any number of these; while everybody may come in, a move would keep nobody out.
 */
function isStranger(state: MeetingState, identity: string): boolean {
  const newcomer = { identity, displayName: '', role: 'participant', verified: 'guest' } as const;
  return !isIdentity(identity) || entryFor<Person>(state, newcomer).door !== 'open';
}

const mayMove = ({ intrudersLeftAt }: MeetingState, at: number): boolean =>
  intrudersLeftAt === null || at - intrudersLeftAt >= intruderTimes.betweenMoves;

/**
 * LiveKit may take seconds to remove somebody, who is found again meanwhile: only another `sid` is another visit.
 */
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

/** How soon (ms) intruders must be looked for again; null: not at all. */
export function nextIntruderCheck({ people, intrudersSeenAt }: MeetingState, now: number): number | null {
  let last = intrudersSeenAt ?? 0;
  for (const { place } of Object.values(people))
    if (place.kind === 'removed') last = Math.max(last, place.at);
  const calm = now - last;
  if (calm >= intruderTimes.watchedFor) return null;
  return calm < intruderTimes.attackFor ? intruderTimes.checkEveryInAttack : intruderTimes.checkEvery;
}
