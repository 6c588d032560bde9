import type { Role } from '../../../shared/meeting.ts';

/**
 * What leaving means for the others: `at-once` needs no question, `last-person` makes the links die,
 * `last-moderator` leaves people whom nobody can moderate, `moderator` may end the meeting or leave it.
 */
export type Leaving = 'at-once' | 'last-person' | 'last-moderator' | 'moderator';

type Other = { readonly moderator: boolean };

/** `others` is null while it is not known who is there: then nobody is told that they are the last. */
export function whatLeavingMeans(role: Role, others: readonly Other[] | null): Leaving {
  if (others?.length === 0) return 'last-person';
  if (role === 'participant') return 'at-once';
  return others && !others.some(({ moderator }) => moderator) ? 'last-moderator' : 'moderator';
}
