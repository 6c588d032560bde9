import type { Failure } from '../../../shared/failure.ts';
import type { RoomAdmission } from '../../../shared/calls/meeting.ts';
import { err, ok, unreachable, type Result } from '../../../shared/result.ts';
import type { MeetingEvent } from '../../../shared/meeting-events.ts';
import { failureOutcomes } from './failure-outcomes.ts';
import { ended, type InRoom } from './meeting-phase.ts';
import type { Deps, PhaseSteps } from './phase-steps.ts';

export type InRoomActions = {
  /** A fresh admission for the room we are in; the failure is the caller's to judge unless it ends the meeting. */
  rejoin(): Promise<Result<RoomAdmission, Failure>>;
  /** LiveKit says that the same person came in from elsewhere. */
  replacedElsewhere(): void;
  leave(wasLast: boolean): Promise<void>;
  endForAll(): Promise<Failure | null>;
};

/** What keeps somebody in the room, and what takes them out of it. */
export function createInRoomActions({ bridge }: Deps, steps: PhaseSteps) {
  const { go, fail, inRoom, settle } = steps;

  async function rejoin(): Promise<Result<RoomAdmission, Failure>> {
    const before = inRoom();
    const back = await bridge.call('meeting:rejoin');
    const stayed = before !== null && inRoom() === before ? before : null;
    if (back.ok) {
      if (stayed) settle(back, stayed.entry, { name: 'return' });
      // For whoever was in already, having to wait is being kept out.
      return 'waiting' in back.value ? err({ code: 'meeting-locked' }) : ok(back.value);
    }
    if (stayed) loseSeat(stayed, back.error);
    return back;
  }

  /** After a failure that does not end the stay the room is tried again. */
  function loseSeat(room: InRoom, failure: Failure): void {
    const outcome = failureOutcomes[failure.code].inRoom;
    if (outcome === 'refused') fail(failure, { name: 'return' });
    else if (outcome !== 'stays') go(ended(room, outcome));
  }

  async function hearInRoom(room: InRoom, event: MeetingEvent): Promise<void> {
    switch (event.type) {
      case 'ended':
        return go(ended(room, event.reason));
      case 'rejoin':
        await rejoin();
        return;
      // About those who wait, to whom the one in the room does not belong.
      case 'admitted':
      case 'refused':
      case 'waiting':
        return;
      default:
        return unreachable(event);
    }
  }

  function replacedElsewhere(): void {
    if (inRoom()) fail({ code: 'joined-elsewhere' }, { name: 'return' });
  }

  async function leave(wasLast: boolean): Promise<void> {
    const room = inRoom();
    if (!room) return;
    go({ name: 'left', admission: room.admission, wasLast });
    // Unheard, the seat is given back by the service itself some seconds later.
    await bridge.call('meeting:leave');
  }

  async function endForAll(): Promise<Failure | null> {
    const room = inRoom();
    if (!room) return null;
    const answer = await bridge.call('meeting:end');
    if (!answer.ok) return answer.error;
    if (inRoom()) go(ended(room, 'moderator'));
    return null;
  }

  return { rejoin, hearInRoom, replacedElsewhere, leave, endForAll };
}
