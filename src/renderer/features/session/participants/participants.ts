import type { Participant } from 'livekit-client';
import { mendDisplayName } from '../../../../shared/names/display-name.ts';
import { readParticipantAttributes, type Verified } from '../../../../shared/participant-attributes.ts';

/** What this app's service writes about somebody (contract: state through LiveKit). */
export const isModerator = ({ attributes }: Pick<Participant, 'attributes'>): boolean =>
  readParticipantAttributes(attributes).role === 'moderator';
export const isInterpreter = ({ attributes }: Pick<Participant, 'attributes'>): boolean =>
  readParticipantAttributes(attributes).interpreter;
export const verifiedAs = ({ attributes }: Pick<Participant, 'attributes'>): Verified | undefined =>
  readParticipantAttributes(attributes).verified;

/**
 * The name that the window shows; '' if nothing is left of it. Our service refuses names that turn the writing direction or
 * contain a mark of the app; a foreign service may send anything.
 */
export const nameOf = ({ name }: Pick<Participant, 'name'>): string => mendDisplayName(name ?? '') ?? '';
