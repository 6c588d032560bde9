import { words } from '../../../shared/words/words.ts';
import type { MediaPerson } from '../../livekit/participants.ts';
import { enter } from '../entering/enter.ts';
import {
  isSeated,
  isWaitingCaller,
  personOf,
  takenSeats,
  type MeetingState,
  type Person,
} from '../meeting-state.ts';
import { stopWaiting } from '../entering/waiting-room.ts';

/**
 * Callers are in the LiveKit room before the service has heard of them: each is let in like others and has a seat,
 * waits in the room, or must leave, which hangs up. Answers who must leave.
 */
export function admitCallers(
  state: MeetingState,
  people: readonly MediaPerson[],
  now: number,
): { readonly state: MeetingState; readonly answer: readonly string[] } {
  const out: string[] = [];
  let next = state;
  for (const { identity, name, onTelephone } of people) {
    if (!onTelephone) continue;
    const before = personOf(next, identity);
    if (before && isSeated(before, now)) continue;
    const isFull = takenSeats(next, now, identity) >= state.maxParticipants;
    const entered = enter(next, before ?? callerOf(identity, name), now);
    const isIn = entered.answer === 'seated' || (entered.answer === 'waiting' && !isFull);
    if (isIn) next = entered.state;
    else out.push(identity);
  }
  return { state: next, answer: out };
}

/** Callers who were waiting and were not in the room any more when the list was requested have hung up. */
export function noteHangUps(
  state: MeetingState,
  { at, present }: { readonly at: number; readonly present: readonly string[] },
  now: number,
): MeetingState {
  const here = new Set(present);
  return Object.values(state.people)
    .filter((person) => isWaitingCaller(person) && !here.has(person.identity))
    .filter(({ place }) => place.kind === 'waiting' && place.since < at)
    .reduce((left, { identity }) => stopWaiting(left, identity, now), state);
}

/** LiveKit's bridge tells the last four digits to everybody in the room; two are enough to tell callers apart. */
const callerOf = (identity: string, name: string): Person => ({
  identity,
  displayName: words.fr.meeting.caller(/\d\d(?=\D*$)/.exec(name)?.[0]),
  role: 'participant',
  verified: 'phone',
});
