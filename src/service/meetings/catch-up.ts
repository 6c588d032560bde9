import { inBatches } from './batches.ts';
import type { Parts } from './parts.ts';
import { recalledIn } from './seats.ts';

const readsAtOnce = 8;

/**
 * After messages of other instances may have been missed: streams of meetings that are over are hung up, so that whoever
 * listens asks and learns it, and whoever was called back meanwhile is called now.
 */
export async function catchUp({
  store,
  announcements,
}: Pick<Parts, 'store' | 'announcements'>): Promise<void> {
  await inBatches(announcements.heardHere(), readsAtOnce, async (meetingId) => {
    const meeting = await store.find(meetingId);
    if (!meeting) return announcements.hangUp(meetingId);
    const recalled = recalledIn(meeting);
    if (recalled.length > 0) announcements.announce(meetingId, { type: 'rejoin' }, recalled);
  });
}
