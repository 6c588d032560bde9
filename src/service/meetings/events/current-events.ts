import { unreachable } from '../../../shared/result.ts';
import type { MeetingEvent } from '../../../shared/meeting-events.ts';
import type { KnownPerson, MeetingState } from '../meeting-state.ts';
import { whoWaits } from '../entering/waiting-room.ts';

/** What somebody who begins to listen must know, whether or not they were told before. */
export function currentEventsFor(meeting: MeetingState, { role, place }: KnownPerson): MeetingEvent[] {
  const count = whoWaits(meeting).length;
  const told: MeetingEvent[] =
    role === 'moderator' && place.kind === 'seated' && (meeting.waitingRoom || count > 0)
      ? [{ type: 'waiting', count }]
      : [];
  switch (place.kind) {
    case 'seated':
      if (place.admitted) return [...told, { type: 'admitted' }];
      return place.recalled ? [...told, { type: 'rejoin' }] : told;
    case 'refused':
      return [...told, { type: 'refused' }];
    case 'gave-up':
      // They count as gone: whoever still wants to come in asks again.
      return [...told, { type: 'rejoin' }];
    case 'waiting':
    case 'lost':
    case 'left':
    case 'removed':
      return told;
    default:
      return unreachable(place);
  }
}

/** People who were sent away or have left need not listen; they may ask to come back. */
export const hasNoMoreEvents = ({ place: { kind } }: KnownPerson): boolean =>
  kind === 'removed' || kind === 'refused' || kind === 'left';
