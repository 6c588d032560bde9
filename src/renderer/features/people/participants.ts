import type { Participant } from 'livekit-client';

/** What this app's service writes about somebody (contract: state through LiveKit). */
export const isModerator = (participant: Pick<Participant, 'attributes'>): boolean =>
  participant.attributes['visio.role'] === 'moderator';
export const verifiedAs = (participant: Pick<Participant, 'attributes'>): string | undefined =>
  participant.attributes['visio.verified'];
