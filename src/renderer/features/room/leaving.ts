import type { Role } from '../../../shared/meeting.ts';

/**
 * What leaving means for the others: `last-person` makes the links die, `last-moderator` leaves people whom nobody can
 * moderate, a `moderator` may end the meeting or leave it, a `participant` just leaves.
 */
export type Leaving = 'participant' | 'last-person' | 'last-moderator' | 'moderator';

type Other = { readonly moderator: boolean };

/** `others` is null while it is not known who is there: then nobody is told that they are the last. */
export function whatLeavingMeans(role: Role, others: readonly Other[] | null): Leaving {
  if (others?.length === 0) return 'last-person';
  if (role === 'participant') return 'participant';
  return others && !others.some(({ moderator }) => moderator) ? 'last-moderator' : 'moderator';
}
