import { inBatches } from '../reconciling/run-in-batches.ts';
import type { MeetingDeps } from '../deps.ts';
import { personOf } from '../meeting-state.ts';
import { hasNothingToHear, stateFor } from './current-events.ts';

const readsAtOnce = 8;

/**
 * After messages of other instances may have been missed: whoever listens here is told what they would be told on
 * connecting. Streams that have nothing more to say are hung up, so that whoever listens asks and learns why.
 */
export async function catchUp({
  store,
  announcements,
}: Pick<MeetingDeps, 'store' | 'announcements'>): Promise<void> {
  await inBatches(announcements.heardHere(), readsAtOnce, async ({ meetingId, identities }) => {
    const meeting = await store.find(meetingId);
    if (!meeting) return announcements.hangUp(meetingId);
    for (const identity of identities) {
      const person = personOf(meeting, identity);
      if (!person || hasNothingToHear(person)) announcements.hangUp(meetingId, identity);
      else for (const event of stateFor(meeting, person)) announcements.tellHere(meetingId, event, identity);
    }
  });
}
