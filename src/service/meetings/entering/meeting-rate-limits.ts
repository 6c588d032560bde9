import { createRateLimiter } from '../../http/rate-limiter.ts';
import type { Role } from '../../../shared/meeting.ts';
import { asNewcomer, wasThereLately } from './entry-rules.ts';
import type { Clock } from '../../system/clock.ts';
import { isSeated, type KnownPerson, type MeetingState } from '../meeting-state.ts';

/** A minute, in this instance; 0: no limit. */
export type MostPerMinute = {
  /** By one person in a meeting. */
  readonly calls: number;
  /** By all in one meeting together, but its moderators. */
  readonly meetingCalls: number;
  /** At the door of one meeting, of each kind, by each of its links. */
  readonly entries: number;
};

export type MeetingRateLimits = {
  /** Somebody stands at the door of a meeting, to look or to come in, with the link of this role: true while it is no storm. */
  allowsEntry(meeting: Pick<MeetingState, 'id'>, role: Role, purpose: 'look' | 'join'): boolean;
  /** Somebody who is known to a meeting asks for something, or only listens to what it has to say. */
  allowsCall(meeting: Pick<MeetingState, 'id'>, person: KnownPerson, purpose?: 'listen'): boolean;
};

/** Of a share at the door, what one person who has a place there may use: twenty of them are a storm. */
const partOfOne = 20;

/**
 * How much one meeting and one person in it may ask. A hand that goes up and down is work for the store, for LiveKit and
 * for everybody in the room, and would take from all other meetings what one of them is worth. Whose call it is the token
 * says, not the address: a whole school has one. But whoever has the link has as many tokens as they like, so only who
 * was in the room, where everybody sees them, was let in by a moderator, or opened the meeting is counted by themselves.
 * All others share what the door may have: those who come, those who look, those who wait, and those who have a seat that
 * they have yet to take up each have as much, so that no storm of one kind holds up another. Nor does one by the
 * participant link hold up moderators, whom the meeting's budget spares as well: they must be able to end what uses it up.
 * Whoever has a place keeps it by listening, which costs the others who have one nothing.
 */
export function createMeetingRateLimits(
  { calls, meetingCalls, entries }: MostPerMinute,
  clock: Clock,
): MeetingRateLimits {
  const byPerson = createRateLimiter(calls, clock);
  const byMeeting = createRateLimiter(meetingCalls, clock);
  const byShare = createRateLimiter(entries, clock);
  const byUnseen = createRateLimiter(Math.ceil(entries / partOfOne), clock);
  return {
    // A code cannot be forged: whoever has only the participant link uses up nothing of the moderators'.
    allowsEntry: ({ id }, role, purpose) => byShare(`${id} ${purpose} ${role}`),
    allowsCall({ id }, person, purpose) {
      const whose = `${id} ${person.identity}`;
      const now = clock();
      if (person.opener || wasThereLately(person, now) || wasLetIn(person, now))
        return byPerson(whose) && (person.role === 'moderator' || byMeeting(id));
      const isWaiting = person.place.kind === 'waiting';
      // Gone, or never there: nobody but a newcomer.
      if (!isWaiting && !isSeated(person, now)) return byShare(`${id} join ${asNewcomer(person).role}`);
      if (!byUnseen(whose)) return false;
      return purpose === 'listen' || byShare(`${id} ${isWaiting ? 'wait' : 'seat'} ${person.role}`);
    },
  };
}

const wasLetIn = (person: KnownPerson, now: number): boolean =>
  isSeated(person, now) && person.place.byModerator === true;
