import { unreachable } from '../../../shared/result.ts';
import type { MeetingEvent } from '../../../shared/meeting-events.ts';
import type { Waiting } from './meeting-phase.ts';
import type { Deps, PhaseSteps } from './phase-steps.ts';

/** In the waiting room: until a moderator decides, or the person waits no longer. */
export function createWaitingActions({ bridge }: Deps, steps: PhaseSteps) {
  const { get, go, fail, enter, inTime } = steps;

  /** Who is going in already; `calledAgain`: by a later event, which the answer on its way may not know of. */
  let going: { readonly waiting: Waiting; calledAgain: boolean } | null = null;

  async function goIn(waiting: Waiting): Promise<void> {
    // The service tells once as it happens and once as the state of things: that is one way in, and one seat.
    if (going?.waiting === waiting) {
      going.calledAgain = true;
      return;
    }
    const mine = { waiting, calledAgain: false };
    going = mine;
    const answer = await inTime(waiting, bridge.call('meeting:rejoin'));
    if (going === mine) going = null;
    if (!answer) return;
    const { link } = waiting;
    if (!answer.ok) fail(answer.error, link ? { name: 'link', link } : { name: 'return' });
    else if (!('waiting' in answer.value)) enter('joined', answer.value);
    else if (mine.calledAgain) await goIn(waiting);
  }

  async function hearWaiting(waiting: Waiting, event: MeetingEvent): Promise<void> {
    switch (event.type) {
      case 'admitted':
      case 'rejoin':
        return goIn(waiting);
      case 'refused':
        return fail({ code: 'entry-refused' }, null);
      case 'ended':
        return fail({ code: 'meeting-over' }, null);
      case 'waiting': // how many wait is told to moderators
        return;
      default:
        return unreachable(event);
    }
  }

  async function stopWaiting(): Promise<void> {
    if (get().phase.name !== 'waiting') return;
    go({ name: 'home' });
    await bridge.call('meeting:leave');
  }

  return { hearWaiting, stopWaiting };
}
