import { createHash } from 'node:crypto';
import { rightsOf } from './rights.ts';
import { mediaTokenSeconds } from './seat-times.ts';
import { isSeated, personOf, withPerson, type KnownPerson, type MeetingState } from './state.ts';

/** The meeting that knows what rights the token gives which this person is handed now. */
export function noteToken(state: MeetingState, identity: string, now: number): MeetingState {
  const person = personOf(state, identity);
  return person
    ? withPerson(state, { ...person, tokenAt: now, tokenRights: digestOf(state, person) })
    : state;
}

/**
 * Whether somebody may still come into the room with a token that gives them other rights than they have by now: LiveKit has
 * nobody yet whose rights could be set, or sets those of a connection that the token is about to replace.
 */
export const hasOutdatedToken = (state: MeetingState, person: KnownPerson, now: number): boolean =>
  isSeated(person, now) &&
  person.tokenAt !== undefined &&
  now < person.tokenAt + mediaTokenSeconds * 1000 &&
  person.tokenRights !== digestOf(state, person);

/** Short, because the document is read and written as a whole. */
const digestOf = (state: MeetingState, person: KnownPerson): string =>
  createHash('sha256')
    .update(JSON.stringify(rightsOf(state, person)))
    .digest('base64url')
    .slice(0, 12);
