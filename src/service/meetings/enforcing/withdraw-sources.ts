import type { Source } from '../../../shared/moderation.ts';
import type { KnownPerson } from '../meeting-state.ts';

/** The person without the right to send these, until a moderator gives it back. */
export const withdrawSources = (person: KnownPerson, sources: readonly Source[]): KnownPerson => ({
  ...person,
  allowed: { ...person.allowed, ...Object.fromEntries(sources.map((source) => [source, false])) },
});
