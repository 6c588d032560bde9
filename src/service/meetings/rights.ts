import type { Source } from '../../shared/moderation.ts';
import type { MediaRights, MediaSource } from '../livekit-people.ts';
import type { KnownPerson, MeetingState } from './state.ts';

/** What somebody may do in the LiveKit room, and what all others read of them: all of it, as it is set there. */
export function rightsOf(state: MeetingState, person: KnownPerson): MediaRights {
  // Callers are in the room while they wait; others are there only with a seat.
  const inside = person.place.kind !== 'waiting';
  return {
    mayHear: inside,
    sources: inside ? sourcesOf(state, person) : [],
    attributes: {
      'visio.role': person.role,
      'visio.verified': person.verified,
      'visio.hand': person.hand === null ? '' : new Date(person.hand).toISOString(),
    },
  };
}

export const maySend = ({ policy }: MeetingState, { role, verified, allowed }: KnownPerson, source: Source) =>
  (verified !== 'phone' || source === 'microphone') &&
  (role === 'moderator' || (allowed[source] ?? policy[source]));

function sourcesOf(state: MeetingState, person: KnownPerson): MediaSource[] {
  const may = (source: Source): boolean => maySend(state, person, source);
  return [
    ...(may('microphone') ? (['microphone'] as const) : []),
    ...(may('camera') ? (['camera'] as const) : []),
    ...(may('screen') ? (['screen_share'] as const) : []),
    // The sound of a screen can carry any sound: who may not speak would speak there.
    ...(may('screen') && may('microphone') ? (['screen_share_audio'] as const) : []),
  ];
}
