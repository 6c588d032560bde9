import type { Participant } from 'livekit-client';

type Known = Pick<Participant, 'identity' | 'name'>;

/** Names of those who came and who went between two lists; ourselves (first in both) are not news. */
export function comingsAndGoings(
  before: readonly Known[],
  now: readonly Known[],
): { readonly joined: readonly string[]; readonly left: readonly string[] } {
  const names = (people: readonly Known[], others: readonly Known[]): string[] => {
    const known = new Set(others.map(({ identity }) => identity));
    return people
      .slice(1)
      .filter(({ identity }) => !known.has(identity))
      .map(({ name }) => name ?? '');
  };
  return { joined: names(now, before), left: names(before, now) };
}
