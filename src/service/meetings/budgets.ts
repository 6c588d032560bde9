import { countPerMinute } from '../count-per-minute.ts';
import { wasThereLately } from './door.ts';
import type { Clock } from './parts.ts';
import type { KnownPerson, MeetingState } from './state.ts';

/** A minute, in this instance; 0: no limit. */
export type MostPerMinute = {
  /** By one person in a meeting. */
  readonly calls: number;
  /** By all in one meeting together, but its moderators. */
  readonly meetingCalls: number;
  /** At the door of one meeting. */
  readonly entries: number;
};

export type Budgets = {
  /** Somebody stands at the door of a meeting: true while it is no storm. */
  mayKnock(meeting: Pick<MeetingState, 'id'>): boolean;
  /** Somebody who is known to a meeting asks for something. */
  mayAsk(meeting: Pick<MeetingState, 'id'>, person: KnownPerson): boolean;
};

/**
 * How much one meeting and one person in it may ask. A hand that goes up and down is work for the store, for LiveKit and
 * for everybody in the room, and would take from all other meetings what one of them is worth. Whose call it is the token
 * says, not the address: a whole school has one. But whoever has the link has as many tokens as they like, so only who
 * was in the room, where everybody sees them, or opened the meeting is counted by themselves; all others are newcomers,
 * and share the budget of the door that they storm. Moderators are spared by the meeting's budget: they must be able to end what uses it up.
 */
export function createBudgets({ calls, meetingCalls, entries }: MostPerMinute, clock: Clock): Budgets {
  const byPerson = countPerMinute(calls, clock);
  const byMeeting = countPerMinute(meetingCalls, clock);
  const atDoor = countPerMinute(entries, clock);
  return {
    mayKnock: ({ id }) => atDoor(id),
    mayAsk({ id }, person) {
      if (!person.opener && !wasThereLately(person, clock())) return atDoor(id);
      return byPerson(`${id} ${person.identity}`) && (person.role === 'moderator' || byMeeting(id));
    },
  };
}
