import { isSeated, type KnownPerson, type MeetingState } from '../meeting-state.ts';

/**
 * How many people a meeting remembers who have gone, so that they may come back, or were removed, so that they are
 * told. A ban needs no memory: people whom the meeting does not know cannot enter LiveKit's room.
 */
const maxRemembered = 200;

/** When too many have gone, forgets the least important ones. */
export function forgetSome(state: MeetingState, now: number): MeetingState {
  const gone = Object.values(state.people).filter(
    (person) => person.place.kind !== 'waiting' && !isSeated(person, now),
  );
  if (gone.length <= maxRemembered) return state;
  const people = { ...state.people };
  let { spotlight } = state;
  for (const { identity } of gone.toSorted(byWorth).slice(0, gone.length - maxRemembered)) {
    delete people[identity];
    // Their seat's time was up, and no look has freed it yet.
    if (spotlight === identity) spotlight = null;
  }
  return { ...state, people, spotlight };
}

const byWorth = (one: KnownPerson, other: KnownPerson): number =>
  worthOf(one) - worthOf(other) || goneAt(one) - goneAt(other);

/**
 * With the link anybody can create a crowd of people, some of whom come in; only a moderator can have somebody
 * removed.
 */
function worthOf({ verified, role, opener, seenAt, place: { kind } }: KnownPerson): number {
  // A caller is known by their number only: if forgotten, they would come in as somebody new.
  if (verified === 'phone' && (kind === 'removed' || kind === 'refused')) return 4;
  if (kind === 'removed') return 3;
  if (opener || (role === 'moderator' && seenAt !== undefined)) return 2;
  return seenAt !== undefined || kind === 'refused' ? 1 : 0;
}

const goneAt = ({ place }: KnownPerson): number => ('at' in place ? place.at : (place.heldUntil ?? 0));
