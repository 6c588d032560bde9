import { forgetSome } from '../seats/forget-people.ts';
import { waitTimes } from '../seats/seat-times.ts';
import { movedTo, takeSeat } from '../seats/seats.ts';
import { personOf, withPerson, type KnownPerson, type MeetingState, type Person } from '../meeting-state.ts';

// The rules of the waiting room, as functions of a meeting.

/** Twice as many as there are seats may wait: more would be a crowd that no moderator can look through. */
const waitingPerSeat = 2;

type WaitingPlace = KnownPerson & { readonly place: { readonly kind: 'waiting'; readonly since: number } };

/** Who waits, the oldest first. */
export const whoWaits = ({ people }: MeetingState): WaitingPlace[] =>
  Object.values(people)
    .filter((person): person is WaitingPlace => person.place.kind === 'waiting')
    .toSorted((a, b) => a.place.since - b.place.since);

/** The moderators, who are told that somebody waits. */
export const moderatorsOf = ({ people }: MeetingState): string[] =>
  Object.values(people)
    .filter(({ role, place }) => role === 'moderator' && place.kind === 'seated')
    .map(({ identity }) => identity);

/** Lets the person wait, or go on waiting. */
export function wait(
  state: MeetingState,
  person: Person,
  now: number,
): { readonly state: MeetingState; readonly answer: 'waiting' | 'full' } {
  const before = personOf(state, person.identity);
  if (before?.place.kind === 'waiting')
    return { state: keepWaiting(state, person.identity, now), answer: 'waiting' };
  if (whoWaits(state).length >= state.maxParticipants * waitingPerSeat) return { state, answer: 'full' };
  const place = { kind: 'waiting', since: now, heldUntil: now + waitTimes.away } as const;
  return {
    state: forgetSome(withPerson(state, movedTo(state, person, place)), now),
    answer: 'waiting',
  };
}

/** They listen: they wait on. Changes nothing most of the time, so that it costs no write. */
export function keepWaiting(state: MeetingState, identity: string, now: number): MeetingState {
  const person = personOf(state, identity);
  if (person?.place.kind !== 'waiting' || person.place.heldUntil >= now + waitTimes.renewBefore) return state;
  return withPerson(state, { ...person, place: { ...person.place, heldUntil: now + waitTimes.listening } });
}

/** They go. */
export function stopWaiting(state: MeetingState, identity: string, now: number): MeetingState {
  const person = personOf(state, identity);
  if (person?.place.kind !== 'waiting') return state;
  return withPerson(state, { ...person, place: { kind: 'gave-up', at: now } });
}

/** People who have not listened for too long have gone. */
export const endWaits = (state: MeetingState, now: number): MeetingState =>
  whoWaits(state)
    .filter(({ place }) => place.kind === 'waiting' && place.heldUntil <= now)
    .reduce((left, { identity }) => stopWaiting(left, identity, now), state);

/** Seats those of them who wait, in their order, as far as there are seats. Answers who has one, and who found none. */
export function admitWaiting(
  state: MeetingState,
  identities: readonly string[],
  now: number,
): { readonly state: MeetingState; readonly admitted: readonly string[]; readonly left: readonly string[] } {
  const admitted: string[] = [];
  const left: string[] = [];
  let next = state;
  for (const person of whoWaits(state)) {
    if (!identities.includes(person.identity)) continue;
    const seat = takeSeat(next, person, now);
    const seated = personOf(seat.state, person.identity);
    if (seat.answer !== 'seated' || seated?.place.kind !== 'seated') {
      left.push(person.identity);
      continue;
    }
    const place = { ...seated.place, admitted: true, byModerator: true } as const;
    next = withPerson(seat.state, { ...seated, place });
    admitted.push(person.identity);
  }
  return { state: next, admitted, left };
}

/** Sends those of them who wait away, for good. */
export function refuseWaiting(
  state: MeetingState,
  identities: readonly string[],
  now: number,
): { readonly state: MeetingState; readonly refused: readonly string[] } {
  const refused = whoWaits(state).filter(({ identity }) => identities.includes(identity));
  return {
    state: refused.reduce((next, { identity }) => {
      const person = personOf(next, identity);
      return person ? withPerson(next, { ...person, place: { kind: 'refused', at: now } }) : next;
    }, state),
    refused: refused.map(({ identity }) => identity),
  };
}
