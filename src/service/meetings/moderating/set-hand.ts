import { ok, type Result } from '../../../shared/result.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { applyEffects } from './apply-effects.ts';
import { lowerHands, raiseHand } from './hands.ts';
import type { MeetingDeps } from '../deps.ts';

/** Raises or lowers one's own hand. Refuses with not-allowed whoever has no seat, and with meeting-over. */
export async function setHand(
  deps: Pick<MeetingDeps, 'store' | 'media' | 'announcements'>,
  meetingId: string,
  identity: string,
  raised: boolean,
): Promise<Result<void, Refusal>> {
  const done = await deps.store.update(meetingId, (state) => {
    const { state: next, answer } = raised
      ? raiseHand(state, identity, deps.store.now())
      : { state: lowerHands(state, [identity]), answer: true };
    return { state: next, answer: { allowed: answer, room: next.room } };
  });
  if (done === null) return refuse('meeting-over');
  if (!done.allowed) return refuse('not-allowed');
  await applyEffects(deps, meetingId, done.room, { reset: [identity] });
  return ok();
}
