import { runConcurrently } from '../../system/run-concurrently.ts';
import type { MeetingDeps } from '../deps.ts';
import { personOf } from '../meeting-state.ts';
import { hasNoMoreEvents, currentEventsFor } from './current-events.ts';

const readsAtOnce = 8;

/**
 * After messages of other instances may have been missed: listeners here receive what they would receive on
 * connecting. Streams with nothing more to say are closed, so that their clients ask and learn why.
 */
export async function catchUp({
  store,
  announcements,
}: Pick<MeetingDeps, 'store' | 'announcements'>): Promise<void> {
  await runConcurrently(announcements.listenersHere(), readsAtOnce, async ({ meetingId, identities }) => {
    const meeting = await store.find(meetingId);
    if (!meeting) return announcements.closeStreams(meetingId);
    for (const identity of identities) {
      const person = personOf(meeting, identity);
      if (!person || hasNoMoreEvents(person)) announcements.closeStreams(meetingId, identity);
      else
        for (const event of currentEventsFor(meeting, person))
          announcements.sendHere(meetingId, event, identity);
    }
  });
}
