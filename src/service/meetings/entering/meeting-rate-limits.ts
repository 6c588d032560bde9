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

/** Event streams that one person who has a place and was not seen yet may open in a minute: a network that breaks is no storm. */
const mostStreams = 6;

/**
 * How much may be asked of one meeting, and by one person in it. A hand that goes up and down is work for the store,
 * for LiveKit and for everybody in the room, and would take from all other meetings. Calls are counted for the token,
 * not the address: a whole school shares one address. But with the link anybody can get any number of tokens. So only
 * people who were in the room, where everybody sees them, who were let in by a moderator, or who opened the meeting
 * are counted individually. All others share what newcomers may use: people who join, who look, who wait, and who
 * have a seat that they have not taken yet each have as much, so that a storm of one kind does not hold up another.
 * Nor does a storm through the participant link hold up moderators, who are also exempt from the meeting's limit:
 * they must be able to end what uses it up. Whoever has a place keeps it by listening: the first stream of a minute
 * counts against nobody, as there are no more of them than people who came, and all further ones have a share of their own.
 */
export function createMeetingRateLimits(
  { calls, meetingCalls, entries }: MostPerMinute,
  clock: Clock,
): MeetingRateLimits {
  // Nobody gets keys of these three for the asking: a moderator, or an agent who opens a meeting, stands behind each.
  const byPerson = createRateLimiter(calls, clock, 'pass');
  const byMeeting = createRateLimiter(meetingCalls, clock, 'pass');
  const byShare = createRateLimiter(entries, clock, 'pass');
  // Of these, anybody with a link can have any number: a full table leaves the shares to hold, and holds up no other meeting.
  const byUnseen = createRateLimiter(Math.ceil(entries / partOfOne), clock, 'pass');
  const byListener = createRateLimiter(entries === 0 ? 0 : mostStreams, clock, 'pass');
  const isFirstStream = createRateLimiter(1, clock, 'refuse');
  return {
    // A code cannot be forged: the participant link alone uses up nothing of the moderators' share.
    allowsEntry: ({ id }, role, purpose) => byShare(`${id} ${purpose} ${role}`),
    allowsCall({ id }, person, purpose) {
      const whose = `${id} ${person.identity}`;
      const now = clock();
      if (person.opener || wasThereLately(person, now) || wasLetIn(person, now))
        return byPerson(whose) && (person.role === 'moderator' || byMeeting(id));
      const isWaiting = person.place.kind === 'waiting';
      // They have gone, or were never there: treated as a newcomer.
      if (!isWaiting && !isSeated(person, now)) return byShare(`${id} join ${asNewcomer(person).role}`);
      if (!byUnseen(whose)) return false;
      if (purpose === 'listen')
        return byListener(whose) && (isFirstStream(whose) || byShare(`${id} listen ${person.role}`));
      return byShare(`${id} ${isWaiting ? 'wait' : 'seat'} ${person.role}`);
    },
  };
}

const wasLetIn = (person: KnownPerson, now: number): boolean =>
  isSeated(person, now) && person.place.byModerator === true;
