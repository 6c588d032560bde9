import type { Participant } from 'livekit-client';

type Known = Pick<Participant, 'identity' | 'name'>;

/** Who joined and who left between two lists. We are first in both, and are not counted. */
export function diffRoster<P extends Known>(
  before: readonly P[],
  now: readonly P[],
): { readonly joined: readonly P[]; readonly left: readonly P[] } {
  const missing = (people: readonly P[], others: readonly P[]): readonly P[] => {
    const known = new Set(others.map(({ identity }) => identity));
    return people.slice(1).filter(({ identity }) => !known.has(identity));
  };
  return { joined: missing(now, before), left: missing(before, now) };
}
