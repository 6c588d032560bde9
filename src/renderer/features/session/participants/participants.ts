import type { Participant } from 'livekit-client';
import { mendDisplayName } from '../../../../shared/names/display-name.ts';
import { readParticipantAttributes, type Verified } from '../../../../shared/participant-attributes.ts';

/** What this app's service writes about somebody (contract: state through LiveKit). */
export const isModerator = ({ attributes }: Pick<Participant, 'attributes'>): boolean =>
  readParticipantAttributes(attributes).role === 'moderator';
export const verifiedAs = ({ attributes }: Pick<Participant, 'attributes'>): Verified | undefined =>
  readParticipantAttributes(attributes).verified;

/**
 * What somebody is called in the window; '' where nothing is left of it. Our service lets nobody in under a name that turns the
 * direction or holds a mark of the app; a service of somebody else may say what it likes.
 */
export const nameOf = ({ name }: Pick<Participant, 'name'>): string => mendDisplayName(name ?? '') ?? '';
