import type { MeetingDeps } from '../deps.ts';
import { keepWaiting, stopListening } from './waiting-room.ts';

type Who = { readonly meetingId: string; readonly identity: string };

/** Whoever waits and listens goes on waiting. */
export async function noteListening(
  { store }: Pick<MeetingDeps, 'store'>,
  { meetingId, identity }: Who,
): Promise<void> {
  await store.update(meetingId, (state) => ({
    state: keepWaiting(state, identity, store.now()),
    answer: undefined,
  }));
}

/** Another stream of theirs says so at its next ping. */
export async function noteStoppedListening(
  { store }: Pick<MeetingDeps, 'store'>,
  { meetingId, identity }: Who,
): Promise<void> {
  await store.update(meetingId, (state) => ({
    state: stopListening(state, identity, store.now()),
    answer: undefined,
  }));
}
