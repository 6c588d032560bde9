import { expect, test, vi } from 'vitest';
import type { Diagnosis } from '../../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { device, ownTrackOnFakes, refused } from './testing/own-track-on-fakes.ts';

test('a microphone that is only previewed is heard by nobody', async () => {
  const { own, publish } = ownTrackOnFakes();
  await own.prepare();
  expect(own.state()).toBe('ready');
  expect(publish).not.toHaveBeenCalled();
});

test('« Microphone » publishes the device that the preview had opened, without opening it twice', async () => {
  const { own, open, publish } = ownTrackOnFakes();
  await own.prepare();
  expect(await own.turnOn()).toEqual(ok());
  expect(own.state()).toBe('on');
  expect(open).toHaveBeenCalledTimes(1);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('whoever clicks while the preview is still opening is told too why it does not open', async () => {
  const { promise, resolve } = Promise.withResolvers<Result<MediaStreamTrack, Diagnosis>>();
  const { own } = ownTrackOnFakes({ opens: () => promise });
  const outcomes = Promise.all([own.prepare(), own.turnOn()]);
  resolve(err(refused));
  expect(await outcomes).toEqual([err(refused), err(refused)]);
  expect(own.state()).toBe('off');
});

test('a device that opens after it was released, and opened anew meanwhile, is closed', async () => {
  const [first, second] = [device(), device()];
  const late = Promise.withResolvers<Result<MediaStreamTrack, Diagnosis>>();
  const opens = vi.fn(() => Promise.resolve(ok(second))).mockReturnValueOnce(late.promise as never);
  const { own } = ownTrackOnFakes({ opens });
  const given = own.prepare();
  own.release();
  await own.prepare();
  late.resolve(ok(first));
  expect(await given).toEqual(err('released'));
  expect(first.stop).toHaveBeenCalledOnce();
  expect(own.media()).toBe(second);
});

test('clicking while the preview is still opening waits for it instead of opening a second time', async () => {
  const { own, open, publish, tracks } = ownTrackOnFakes();
  const preview = own.prepare();
  const click = own.turnOn();
  await Promise.all([preview, click]);
  expect(open).toHaveBeenCalledTimes(1);
  expect(publish).toHaveBeenCalledTimes(1);
  expect(tracks).toHaveLength(1);
  expect(own.state()).toBe('on');
});

test('leaving while the device opens closes it again', async () => {
  let give: (media: Result<MediaStreamTrack, Diagnosis>) => void = () => undefined;
  const { own, publish } = ownTrackOnFakes({ opens: () => new Promise((resolve) => (give = resolve)) });
  const click = own.turnOn();
  own.release();
  const media = device();
  give(ok(media));
  expect((await click).ok).toBe(false);
  expect(media.stop).toHaveBeenCalled();
  expect(publish).not.toHaveBeenCalled();
  expect(own.state()).toBe('off');
});
