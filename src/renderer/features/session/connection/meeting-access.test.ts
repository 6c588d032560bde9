import { expect, test, vi } from 'vitest';
import { admission, createFakeMeeting, noon } from '../../meeting/testing/fake-meeting.ts';
import { meetingAccess } from './meeting-access.ts';

const inRoom = async () => {
  const meeting = createFakeMeeting();
  await meeting.enterRoom();
  let now = noon;
  return {
    ...meeting,
    access: meetingAccess(meeting.store, () => now),
    pass: (ms: number) => (now += ms),
  };
};

test('there is access as long as one is in the room, and whoever waits for a change hears of its end', async () => {
  const { access, store } = await inRoom();
  const heard = vi.fn<() => void>();
  access.onChange(heard);
  expect(access.admission()).toEqual(admission);
  void store.getState().leave(false);
  expect(access.admission()).toBeNull();
  expect(access.msLeft()).toBe(0);
  expect(heard).toHaveBeenCalled();
});

test('the time that is left goes by the service’s clock', async () => {
  const { access, pass } = await inRoom();
  // The service was five seconds ahead when it let us in.
  expect(access.msLeft()).toBe((4 * 60 + 40) * 60_000 - 5000);
  pass(60_000);
  expect(access.msLeft()).toBe((4 * 60 + 39) * 60_000 - 5000);
});

test('the end of the time ends the meeting as the service would', async () => {
  const { access, phase } = await inRoom();
  access.timeIsUp();
  expect(phase()).toEqual({ name: 'ended', reason: 'time', reference: 'K7Q-2FD' });
});
