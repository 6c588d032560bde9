import { findLinks } from '../../../shared/pasted-invitation.ts';

/** The address of the one service that the invitations in a text lead to; null where there is none, or more than one. */
export function serviceOfInvitation(text: string): string | null {
  const [origin, ...others] = new Set(findLinks(text).map(({ link }) => link.origin));
  return origin !== undefined && others.length === 0 ? origin : null;
}
