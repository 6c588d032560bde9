import { unreachable } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { MeetingEvent } from '../../../shared/meeting-events.ts';
import { failureOutcomes } from './failure-outcomes.ts';
import type { Waiting } from './meeting-phase.ts';
import type { Deps, PhaseSteps } from './phase-steps.ts';

/** A moderator has let them in, or they only ask whether one has. */
type Why = 'admitted' | 'rejoin';

/** In the waiting room: until a moderator decides, or the person waits no longer. */
export function createWaitingActions({ bridge }: Deps, steps: PhaseSteps) {
  const { get, go, fail, enter, inTime } = steps;

  /** Who is going in already; `again`: what a later event said, which the answer on its way may not know of. */
  let going: { readonly waiting: Waiting; again: Why | null } | null = null;

  async function goIn(waiting: Waiting, why: Why): Promise<void> {
    // The service tells once as it happens and once as the state of things: that is one way in, and one seat.
    if (going?.waiting === waiting) {
      going.again = going.again === 'admitted' ? 'admitted' : why;
      return;
    }
    const mine = { waiting, again: null as Why | null };
    going = mine;
    const answer = await inTime(waiting, bridge.call('meeting:rejoin'));
    if (going === mine) going = null;
    if (!answer) return;
    const { link } = waiting;
    if (answer.ok && !('waiting' in answer.value)) return enter('joined', answer.value);
    if (!answer.ok && (why === 'admitted' || !passesBy(answer.error)))
      return fail(answer.error, link ? { name: 'link', link } : { name: 'return' });
    if (mine.again !== null) await goIn(waiting, mine.again);
  }

  async function hearWaiting(waiting: Waiting, event: MeetingEvent): Promise<void> {
    switch (event.type) {
      case 'admitted':
      case 'rejoin':
        return goIn(waiting, event.type);
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

/** Whoever only asks whether they may come in goes on waiting: they will ask again. */
const passesBy = ({ code }: Failure): boolean =>
  code === 'too-many-requests' || code === 'service-error' || failureOutcomes[code].picture === 'connection';
