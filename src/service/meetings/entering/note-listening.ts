import type { MeetingDeps } from '../deps.ts';
import { keepWaiting, stopListening } from './waiting-room.ts';

type Who = { readonly meetingId: string; readonly identity: string };

/** Keeps the place in the waiting room of somebody who listens. */
export async function noteListening(
  { store }: Pick<MeetingDeps, 'store'>,
  { meetingId, identity }: Who,
): Promise<void> {
  await store.update(meetingId, (state) => ({
    state: keepWaiting(state, identity, store.now()),
    answer: undefined,
  }));
}

/** If another stream of theirs is open, its next ping undoes this. */
export async function noteStoppedListening(
  { store }: Pick<MeetingDeps, 'store'>,
  { meetingId, identity }: Who,
): Promise<void> {
  await store.update(meetingId, (state) => ({
    state: stopListening(state, identity, store.now()),
    answer: undefined,
  }));
}
