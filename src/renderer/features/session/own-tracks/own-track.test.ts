import { expect, test } from 'vitest';
import type { Diagnosis } from '../../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { device, ownTrackOnFakes, refused } from './testing/own-track-on-fakes.ts';

test('a double click on « Microphone » publishes once', async () => {
  const { own, publish } = ownTrackOnFakes();
  await Promise.all([own.turnOn(), own.turnOn()]);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('muting and unmuting keep the device and the publication', async () => {
  const { own, open, publish } = ownTrackOnFakes();
  await own.turnOn();
  await own.turnOff();
  expect(own.state()).toBe('off');
  await own.turnOn();
  expect(own.state()).toBe('on');
  expect(open).toHaveBeenCalledTimes(1);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('a moderator who mutes us is seen at once, since the track itself is asked', async () => {
  const { own, tracks } = ownTrackOnFakes();
  await own.turnOn();
  const seen: string[] = [];
  own.onChange(() => seen.push(own.state()));
  await tracks[0]?.mute();
  expect(seen).toEqual(['off']);
});

test('a refused device is told and leaves the button ready for another try', async () => {
  const trouble = refused;
  const answers: Result<MediaStreamTrack, Diagnosis>[] = [err(trouble), ok(device())];
  const { own } = ownTrackOnFakes({ opens: () => Promise.resolve(answers.shift() ?? err(trouble)) });
  expect(await own.turnOn()).toEqual(err(trouble));
  expect(own.state()).toBe('off');
  expect(await own.turnOn()).toEqual(ok());
  expect(own.state()).toBe('on');
});

test('a camera that the system refuses when it is turned on again is told as such', async () => {
  const { own, tracks } = ownTrackOnFakes();
  await own.turnOn();
  await own.turnOff();
  if (tracks[0]) tracks[0].unmuteError = new DOMException('', 'NotAllowedError');
  expect(await own.turnOn()).toEqual(err(refused));
  expect(own.state()).toBe('off');
});

test('a microphone that does not open any more is taken from the meeting, so that the next is the only one', async () => {
  const { own, tracks, publish, unpublish } = ownTrackOnFakes();
  await own.turnOn();
  await own.turnOff();
  const [first] = tracks;
  if (first) first.unmuteError = new DOMException('', 'NotFoundError');
  await own.turnOn();
  expect(unpublish.mock.calls).toEqual([[first]]);
  expect(await own.turnOn()).toEqual(ok());
  expect(publish).toHaveBeenCalledTimes(2);
});

test('a device that is lost for good is closed, taken from the meeting and told', async () => {
  const { own, tracks, unpublish, losses } = ownTrackOnFakes();
  await own.turnOn();
  own.lose();
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
  expect(unpublish).toHaveBeenCalledOnce();
  expect(losses).toEqual(['off']);
});
