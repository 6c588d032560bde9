import type { Source } from '../../../shared/moderation.ts';
import { writeParticipantAttributes } from '../../../shared/participant-attributes.ts';
import type { MediaRights, MediaSource } from '../../livekit/participants.ts';
import { isSeated, isWaitingCaller, type KnownPerson, type MeetingState } from '../meeting-state.ts';

/** What somebody may do in the LiveKit room, and what all others read of them: all of it, as it is set there. */
export function rightsOf(state: MeetingState, person: KnownPerson): MediaRights {
  const attributes = writeParticipantAttributes({
    ...person,
    interpreter: person.interpreter ?? false,
  });
  if (person.verified === 'phone') return callerRights(person, attributes);
  return { mayHear: true, sources: sourcesOf(state, person), attributes };
}

/**
 * LiveKit's bridge publishes a caller's sound once, and not again after the right was taken away: callers keep the
 * right to send and are muted instead (`isSilenced`).
 */
const callerRights = (person: KnownPerson, attributes: Readonly<Record<string, string>>): MediaRights => ({
  // They are in the room while they wait.
  mayHear: !isWaitingCaller(person),
  sources: ['microphone'],
  // Nobody may read who calls; a trunk can be set up to tell it.
  attributes: { ...attributes, 'sip.phoneNumber': '', 'sip.trunkPhoneNumber': '', 'sip.hostname': '' },
  name: person.displayName,
});

/** People without a seat cannot moderate, whatever they were before: nobody would see who does. */
export const mayModerate = (person: KnownPerson, now: number): boolean =>
  person.role === 'moderator' && isSeated(person, now);

/** Whether nobody may hear this caller. */
export const isSilenced = (state: MeetingState, person: KnownPerson): boolean =>
  person.verified === 'phone' && (isWaitingCaller(person) || !maySend(state, person, 'microphone'));

export const maySend = ({ policy }: MeetingState, { role, verified, allowed }: KnownPerson, source: Source) =>
  (verified !== 'phone' || source === 'microphone') &&
  (role === 'moderator' || (allowed[source] ?? policy[source]));

function sourcesOf(state: MeetingState, person: KnownPerson): MediaSource[] {
  const may = (source: Source): boolean => maySend(state, person, source);
  return [
    ...(may('microphone') ? (['microphone'] as const) : []),
    ...(may('camera') ? (['camera'] as const) : []),
    ...(may('screen') ? (['screen_share'] as const) : []),
    // The sound of a shared screen can carry any sound: people who may not speak would speak there.
    ...(may('screen') && may('microphone') ? (['screen_share_audio'] as const) : []),
  ];
}
