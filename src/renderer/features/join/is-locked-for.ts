import type { Lookup } from '../../../shared/meeting.ts';

/** A lock keeps out who comes by the participant link; the moderator link leads in, or to a place among those who wait. */
export const isLockedFor = ({ locked, role }: Pick<Lookup, 'locked' | 'role'>): boolean =>
  locked && role !== 'moderator';
