import type { Participant } from 'livekit-client';

type Known = Pick<Participant, 'identity' | 'name'>;

/** Who came and who went between two lists; ourselves (first in both) are not news. */
export function comingsAndGoings<P extends Known>(
  before: readonly P[],
  now: readonly P[],
): { readonly joined: readonly P[]; readonly left: readonly P[] } {
  const missing = (people: readonly P[], others: readonly P[]): readonly P[] => {
    const known = new Set(others.map(({ identity }) => identity));
    return people.slice(1).filter(({ identity }) => !known.has(identity));
  };
  return { joined: missing(now, before), left: missing(before, now) };
}
