import type { Participant } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { comingsAndGoings } from '../people/comings-and-goings.ts';
import { useWords } from '../../ui/words-context.ts';

/** In a larger meeting people come and go all the time: the list tells. */
const quietAbove = 10;

/** Says who came and who went, once we are in the room ourselves. */
export function useArrivals(
  participants: readonly Participant[],
  isIn: boolean,
  tell: (text: string, about: string) => void,
): void {
  const { people } = useWords().room;
  const before = useRef<readonly Participant[]>(null);
  useEffect(() => {
    const known = before.current;
    before.current = isIn ? participants : known;
    if (!isIn || !known || participants.length > quietAbove) return;
    const { joined, left } = comingsAndGoings(known, participants);
    joined.forEach(({ name, identity }) => tell(people.joined(name ?? ''), identity));
    left.forEach(({ name, identity }) => tell(people.left(name ?? ''), identity));
  }, [participants, isIn, tell, people]);
}
