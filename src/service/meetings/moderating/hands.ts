import { isSeated, personOf, withPerson, type MeetingState } from '../meeting-state.ts';

/**
 * Raises the hand of somebody who has a seat. No two are raised at the same time, so that everybody sees the same order:
 * the one in which they were raised.
 */
export function raiseHand(
  state: MeetingState,
  identity: string,
  now: number,
): { readonly state: MeetingState; readonly answer: boolean } {
  const person = personOf(state, identity);
  if (!person || !isSeated(person, now)) return { state, answer: false };
  if (person.hand !== null) return { state, answer: true };
  const last = Math.max(0, ...Object.values(state.people).map(({ hand }) => hand ?? 0));
  const hand = Math.max(Math.floor(now), last + 1);
  return { state: withPerson(state, { ...person, hand }), answer: true };
}

/** Lowers the hands of these people. */
export const lowerHands = (state: MeetingState, identities: readonly string[]): MeetingState =>
  identities.reduce((next, identity) => {
    const person = personOf(next, identity);
    return person && person.hand !== null ? withPerson(next, { ...person, hand: null }) : next;
  }, state);
