import { createHash } from 'node:crypto';
import { rightsOf } from '../moderating/rights.ts';
import { mediaTokenUsableMs } from '../seats/seat-times.ts';
import { personOf, withPerson, type KnownPerson, type MeetingState } from '../meeting-state.ts';

/**
 * The meeting that knows what rights the token gives which this person is handed now. Older tokens may still be used as
 * well, so that they stay noted; of those that give the same the latest is good for longest.
 */
export function noteToken(state: MeetingState, identity: string, now: number): MeetingState {
  const person = personOf(state, identity);
  if (!person) return state;
  const rights = digestOf(state, person);
  const others = usableTokens(person, now).filter((token) => token.rights !== rights);
  return withPerson(state, { ...person, tokens: [...others, { at: now, rights }] });
}

/**
 * Whether somebody may still come into the room with a token that gives them other rights than they have by now: LiveKit has
 * nobody yet whose rights could be set, or sets those of a connection that the token is about to replace. So may somebody
 * whose seat is held no more, until somebody has looked.
 */
export function hasOutdatedToken(state: MeetingState, person: KnownPerson, now: number): boolean {
  const usable = usableTokens(person, now);
  if (usable.length === 0) return false;
  const rights = digestOf(state, person);
  return usable.some((token) => token.rights !== rights);
}

const usableTokens = ({ tokens = [] }: KnownPerson, now: number) =>
  tokens.filter(({ at }) => now < at + mediaTokenUsableMs);

/** Short, because the document is read and written as a whole. A raised hand is no right. */
function digestOf(state: MeetingState, person: KnownPerson): string {
  const rights = rightsOf(state, { ...person, hand: null });
  return createHash('sha256').update(JSON.stringify(rights)).digest('base64url').slice(0, 12);
}
