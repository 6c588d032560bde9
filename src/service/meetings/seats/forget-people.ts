import { isSeated, type KnownPerson, type MeetingState } from '../meeting-state.ts';

/**
 * Who has gone is remembered so that they may come back, and who was removed so that they learn it, up to this many a
 * meeting. LiveKit's room is closed to whom nobody knows: a ban needs no memory.
 */
const maxRemembered = 200;

/** Forgets those who are missed least, where too many have gone. */
export function forgetSome(state: MeetingState, now: number): MeetingState {
  const gone = Object.values(state.people).filter(
    (person) => person.place.kind !== 'waiting' && !isSeated(person, now),
  );
  if (gone.length <= maxRemembered) return state;
  const people = { ...state.people };
  for (const { identity } of gone.toSorted(byWorth).slice(0, gone.length - maxRemembered))
    delete people[identity];
  return { ...state, people };
}

const byWorth = (one: KnownPerson, other: KnownPerson): number =>
  worthOf(one) - worthOf(other) || goneAt(one) - goneAt(other);

/** Whoever has the link can make a crowd, some of whom come in; only a moderator can have somebody removed. */
function worthOf({ verified, role, opener, seenAt, place: { kind } }: KnownPerson): number {
  // Their number is all that a caller has: forgotten, they would come in as somebody new.
  if (verified === 'phone' && (kind === 'removed' || kind === 'refused')) return 4;
  if (kind === 'removed') return 3;
  if (opener || (role === 'moderator' && seenAt !== undefined)) return 2;
  return seenAt !== undefined || kind === 'refused' ? 1 : 0;
}

const goneAt = ({ place }: KnownPerson): number => ('at' in place ? place.at : (place.heldUntil ?? 0));
