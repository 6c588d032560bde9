import { createHash } from 'node:crypto';
import { changedAtWill } from '../../../shared/participant-attributes.ts';
import { rightsOf } from '../moderating/rights.ts';
import { mediaTokenUsableMs } from '../seats/seat-times.ts';
import { personOf, withPerson, type KnownPerson, type MeetingState } from '../meeting-state.ts';

/**
 * Notes what rights the token gives that this person receives now. Older tokens may still be used, so they stay
 * noted; of tokens with the same rights the latest lasts longest.
 */
export function noteToken(state: MeetingState, identity: string, now: number): MeetingState {
  const person = personOf(state, identity);
  if (!person) return state;
  const rights = digestOf(state, person);
  const others = usableTokens(person, now).filter((token) => token.rights !== rights);
  return withPerson(state, { ...person, tokens: [...others, { at: now, rights }] });
}

/**
 * Whether somebody could still enter the room with a token that gives other rights than they have now: there is
 * nobody in LiveKit yet whose rights could be set, or only a connection that the token is about to replace. The same
 * goes for somebody whose seat is no longer held, until the next reconciliation.
 */
export function hasOutdatedToken(state: MeetingState, person: KnownPerson, now: number): boolean {
  const usable = usableTokens(person, now);
  if (usable.length === 0) return false;
  const rights = digestOf(state, person);
  return usable.some((token) => token.rights !== rights);
}

const usableTokens = ({ tokens = [] }: KnownPerson, now: number) =>
  tokens.filter(({ at }) => now < at + mediaTokenUsableMs);

/** Short, because the document is read and written as a whole. */
function digestOf(state: MeetingState, person: KnownPerson): string {
  const rights = rightsOf(state, { ...person, ...changedAtWill });
  return createHash('sha256').update(JSON.stringify(rights)).digest('base64url').slice(0, 12);
}
