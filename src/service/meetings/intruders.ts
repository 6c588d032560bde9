import { personOf, withPerson, type KnownPerson, type MeetingState } from './state.ts';

// Who is in the LiveKit room and has no business there, as functions of a meeting. LiveKit (1.13) gives whoever enters a
// fresh token of ten minutes, at every entry, and cannot take it back: what ends it is another room.

export const intruderTimes = {
  /** The same person found again within this (ms) has not come back: LiveKit has not put them out yet. */
  sameVisit: 400,
  /** A move interrupts everybody for a moment, so that there is no more than one in so long (ms). */
  betweenMoves: 60_000,
  /** How long (ms) a room is watched after it was last seen to be needed: LiveKit's ten minutes and its leeway of one. */
  watchedFor: 11 * 60_000,
  lookEvery: 600,
  /** So often (ms), for so long, right after: who means to come back mostly does so at once. */
  attackFor: 30_000,
  lookEveryInAttack: 250,
} as const;

/**
 * Notes who was found in the room at `at` and is to be put out; answers whether the meeting is to move to another room.
 * That is so for whoever was removed or refused and is found a second time, and for whoever the meeting does not know.
 * Who left, was lost or gave up may have overtaken the news of it: such people are only put out.
 */
export function noteIntruders(
  state: MeetingState,
  identities: readonly string[],
  at: number,
): { readonly state: MeetingState; readonly answer: boolean } {
  let next = state;
  let isSerious = false;
  let shouldMove = false;
  for (const identity of identities) {
    const found = personOf(next, identity);
    const person = found && withVisit(found, at);
    if (person && person !== found) next = withPerson(next, person);
    const visits = person && 'visits' in person.place ? (person.place.visits?.times ?? 0) : 0;
    if (!person || isShutOut(person) || visits > 1) isSerious = true;
    if (!person || (isShutOut(person) && visits > 1)) shouldMove = true;
  }
  if (isSerious) next = { ...next, intrudersSeenAt: at };
  return { state: next, answer: shouldMove && mayMove(state, at) };
}

/** A moderator decided that they are not to be here, or has not decided yet. */
const isShutOut = ({ place: { kind } }: KnownPerson): boolean =>
  kind === 'removed' || kind === 'refused' || kind === 'waiting';

const mayMove = ({ intrudersLeftAt }: MeetingState, at: number): boolean =>
  intrudersLeftAt === null || at - intrudersLeftAt >= intruderTimes.betweenMoves;

function withVisit(person: KnownPerson, at: number): KnownPerson {
  const { place } = person;
  if (!('at' in place)) return person;
  const before = place.visits;
  if (before && at - before.at < intruderTimes.sameVisit) return person;
  return { ...person, place: { ...place, visits: { times: (before?.times ?? 0) + 1, at } } };
}

/** How soon (ms) somebody must look for intruders again; null: not at all. */
export function nextWatch({ people, intrudersSeenAt }: MeetingState, now: number): number | null {
  let last = intrudersSeenAt ?? 0;
  for (const { place } of Object.values(people))
    if (place.kind === 'removed') last = Math.max(last, place.at);
  const calm = now - last;
  if (calm >= intruderTimes.watchedFor) return null;
  return calm < intruderTimes.attackFor ? intruderTimes.lookEveryInAttack : intruderTimes.lookEvery;
}
