import type { Participant } from 'livekit-client';
import { createVerifiedNames } from '../../../../shared/names/same-name.ts';
import { verifiedAs } from './participants.ts';

type Known = Pick<Participant, 'identity' | 'name' | 'attributes'>;

/**
 * Created once for each stay in a meeting. The returned function finds the identities of people who could be taken for a
 * verified agent and are not one. A verified name is remembered after its owner has left, because somebody could then take it
 * over; so are the people found, because a notice still names them. Returns the same set until somebody else is found.
 */
export function createNamesakeFinder(): (people: readonly Known[]) => ReadonlySet<string> {
  const verifiedNames = createVerifiedNames();
  let found: ReadonlySet<string> = new Set();
  return (people) => {
    const [verified, others] = [people.filter(isVerified), people.filter((one) => !isVerified(one))];
    for (const { name } of verified) verifiedNames.add(name ?? '');
    const here = new Set(people.map(({ identity }) => identity));
    const now = new Set([
      ...[...found].filter((identity) => !here.has(identity)),
      ...others.filter(({ name }) => verifiedNames.standIn(name ?? '')).map(({ identity }) => identity),
    ]);
    if (now.size !== found.size || [...now].some((identity) => !found.has(identity))) found = now;
    return found;
  };
}

const isVerified = (person: Known): boolean => verifiedAs(person) === 'agent';
