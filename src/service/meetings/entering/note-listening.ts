import type { MeetingDeps } from '../deps.ts';
import type { MeetingState } from '../meeting-state.ts';
import { keepWaiting } from './waiting-room.ts';

type Who = { readonly meetingId: string; readonly identity: string };

/**
 * Keeps the place in the waiting room of somebody who listens. Most of the time `read`, the meeting as it was just read,
 * needs no change, and nobody is held up. That they listen no more is not noted: each connection would be a write.
 */
export async function noteListening(
  { store }: Pick<MeetingDeps, 'store'>,
  { meetingId, identity }: Who,
  read: MeetingState | null,
): Promise<void> {
  const kept = (state: MeetingState) => keepWaiting(state, identity, store.now());
  if (read === null || kept(read) === read) return;
  await store.update(meetingId, (state) => ({ state: kept(state), answer: undefined }));
}
