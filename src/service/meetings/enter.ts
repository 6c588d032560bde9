import { takeSeat } from './seats.ts';
import { personOf, type MeetingState, type Person } from './state.ts';
import { wait } from './waiting.ts';

export type Entered = 'seated' | 'waiting' | 'full' | 'locked' | 'refused' | 'removed';

/**
 * The door, for who joins and who comes back. The lock and the waiting room are for newcomers: moderators pass both,
 * verified agents the waiting room, and whoever has or had a seat comes back. Who waits goes on waiting, also when the
 * waiting room was switched off meanwhile: a moderator decides about them.
 */
export function enter(
  state: MeetingState,
  person: Person,
  now: number,
): { readonly state: MeetingState; readonly answer: Entered } {
  const before = personOf(state, person.identity);
  const isModerator = (before ?? person).role === 'moderator';
  const isNew = before === undefined || before.place.kind === 'gave-up';
  if (before?.place.kind === 'refused') return { state, answer: 'refused' };
  if (!isModerator && before?.place.kind === 'waiting') return wait(state, person, now);
  if (!isModerator && isNew) {
    if (state.locked) return { state, answer: 'locked' };
    if (state.waitingRoom && person.verified !== 'agent') return wait(state, person, now);
  }
  return takeSeat(state, person, now);
}
