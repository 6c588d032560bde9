import type { Participant } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { diffRoster } from './roster-diff.ts';
import { nameOf } from '../session/participants/participants.ts';
import { useConnection } from '../session/connection/use-connection.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { useRoomSession } from '../session/session-context.ts';
import { useWords } from '../../ui/words-context.ts';

/** People come and go all the time in a larger meeting: the list of participants is enough there. */
const quietAbove = 10;

/** Says who came and who went, once we are in the room ourselves. */
export function useArrivals(): void {
  const { tell } = useRoomSession().toasts;
  const { participants } = useRoster();
  const isIn = useConnection() === 'connected';
  const { people } = useWords().room;
  const before = useRef<readonly Participant[]>(null);
  useEffect(() => {
    const known = before.current;
    before.current = isIn ? participants : known;
    if (!isIn || !known || participants.length > quietAbove) return;
    const { joined, left } = diffRoster(known, participants);
    const called = (person: Participant): string => nameOf(person) || people.unnamed;
    joined.forEach((person) => tell(people.joined(called(person)), person.identity));
    left.forEach((person) => tell(people.left(called(person)), person.identity));
  }, [participants, isIn, tell, people]);
}
