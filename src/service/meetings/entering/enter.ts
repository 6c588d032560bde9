import { asNewcomer, entryFor, isReturning, type Entry } from './entry-rules.ts';
import { takeSeat } from '../seats/seats.ts';
import { personOf, withPerson, type MeetingState, type Person } from '../meeting-state.ts';
import { wait } from './waiting-room.ts';

type Entered = 'seated' | 'waiting' | 'full' | 'locked' | 'refused' | 'removed';
type Answer = { readonly state: MeetingState; readonly answer: Entered };

/**
 * Decides what happens to somebody who joins or comes back. The lock and the waiting room are for newcomers (entry-
 * rules.ts). Whoever waits goes on waiting, even when the waiting room was switched off meanwhile: a moderator
 * decides about them.
 */
export function enter(state: MeetingState, person: Person, now: number): Answer {
  const before = personOf(state, person.identity);
  if (!before) {
    const { door, as } = entryFor(state, person);
    return pass(state, as, door, now);
  }
  switch (before.place.kind) {
    case 'removed':
      return { state, answer: 'removed' };
    case 'refused':
      return { state, answer: 'refused' };
    case 'waiting':
      // They were made a moderator in the meantime: nobody has to let them in.
      return before.role === 'moderator' ? takeSeat(state, before, now) : wait(state, before, now);
    default:
  }
  if (isReturning(state, before, now)) return takeSeat(state, before, now);
  const { door, as } = entryFor(state, asNewcomer(before));
  const entered = pass(withPerson(state, as), as, door, now);
  const isIn = entered.answer === 'seated' || entered.answer === 'waiting';
  return isIn ? entered : { state, answer: entered.answer };
}

function pass(state: MeetingState, person: Person, door: Entry, now: number): Answer {
  if (door === 'locked') return { state, answer: 'locked' };
  return door === 'wait' ? wait(state, person, now) : takeSeat(state, person, now);
}
