import { expect, test } from 'vitest';
import { err, ok } from '../../../../shared/result.ts';
import { device, ownTrackOnFakes, settled } from './testing/own-track-on-fakes.ts';

test('after a lost connection the same track is published again, still muted if it was', async () => {
  const { own, publisher, publish, tracks } = ownTrackOnFakes();
  await own.turnOn();
  await own.turnOff();
  await publisher.change('down', []);
  expect(publish).toHaveBeenCalledTimes(1);
  await publisher.change('up', []);
  expect(publish).toHaveBeenCalledTimes(2);
  expect(publish.mock.calls[1]?.[0]).toBe(tracks[0]);
  expect(own.state()).toBe('off');
});

test('a preview is not published by a reconnection', async () => {
  const { own, publisher, publish } = ownTrackOnFakes();
  await own.prepare();
  await publisher.change('down', []);
  await publisher.change('up', []);
  expect(publish).not.toHaveBeenCalled();
});

test('what livekit-client takes out to publish it again is still on, and is left to it', async () => {
  const { own, publisher, publish, tracks, inRoom } = ownTrackOnFakes();
  await own.turnOn();
  await publisher.change('repairing', []);
  expect(own.state()).toBe('on');
  expect(tracks[0]?.closed).toBe(false);
  await publisher.change('up', inRoom());
  expect(own.state()).toBe('on');
  expect(publish).toHaveBeenCalledTimes(1);
});

test('turned off while livekit-client reconnects, it stays off', async () => {
  const { own, publisher, tracks, inRoom } = ownTrackOnFakes();
  await own.turnOn();
  await publisher.change('repairing', []);
  await own.turnOff();
  await publisher.change('up', inRoom());
  expect(own.state()).toBe('off');
  expect(tracks[0]?.isMuted).toBe(true);
});

test('what livekit-client did not get published again is published by us', async () => {
  const { own, publisher, publish } = ownTrackOnFakes();
  await own.turnOn();
  await publisher.change('repairing', []);
  await publisher.change('up', []);
  expect(publish).toHaveBeenCalledTimes(2);
  expect(own.state()).toBe('on');
});

test('a device that did not open again in a reconnection is told as lost, and nobody believes to be heard', async () => {
  const { own, publisher, losses, tracks } = ownTrackOnFakes();
  await own.turnOn();
  await publisher.change('repairing', []);
  const [track] = tracks;
  if (track) track.mediaStreamTrack = device('ended');
  await publisher.change('up', []);
  expect(losses).toEqual(['off']);
  expect(own.state()).toBe('off');
});

test('a device that is just being opened anew is not lost', async () => {
  const { own, publisher, losses, tracks, inRoom } = ownTrackOnFakes();
  await own.turnOn();
  const [track] = tracks;
  if (track) [track.device.isOpening, track.mediaStreamTrack] = [true, device('ended')];
  await publisher.change('up', inRoom());
  expect(losses).toEqual([]);
  expect(own.state()).toBe('on');
});

test('a right that a moderator has taken closes the device', async () => {
  const { own, publisher, tracks, publish, inRoom } = ownTrackOnFakes();
  await own.turnOn();
  await publisher.change('up', [], inRoom()[0]);
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('a right that was taken while the connection was away closes the device, and is told', async () => {
  const { own, publisher, losses, tracks, publish } = ownTrackOnFakes();
  await own.turnOn();
  await publisher.change('repairing', []);
  publish.mockRejectedValueOnce(new Error('403'));
  await publisher.change('up', []);
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
  expect(losses).toEqual(['not-sent']);
});

test('a right that is taken while the track is being published closes the device and is told, and nobody reads « on »', async () => {
  const { own, publisher, tracks, losses, inRoom } = ownTrackOnFakes();
  const entered = Promise.withResolvers<void>();
  publisher.publish.mockImplementationOnce(async () => {
    await entered.promise;
    publisher.inRoom = inRoom();
  });
  const turnedOn = own.turnOn();
  await settled();
  publisher.allowed = false;
  await publisher.change('up', []);
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
  entered.resolve();
  expect(await turnedOn).toEqual(err('not-sent'));
  await publisher.change('up', publisher.inRoom);
  expect(publisher.inRoom).toEqual([]);
  expect([own.state(), losses]).toEqual(['off', ['not-sent']]);
});

test('whoever turns a microphone on without the right to it is told that it is not sent', async () => {
  const { own, publisher, losses } = ownTrackOnFakes();
  publisher.allowed = false;
  publisher.publish.mockRejectedValueOnce(new Error('insufficient permissions'));
  expect(await own.turnOn()).toEqual(err('not-sent'));
  expect(losses).toEqual(['not-sent']);
});

test('released while it was being published, it is taken out as soon as it is in', async () => {
  const { own, publisher, publish, unpublish, inRoom } = ownTrackOnFakes();
  const done = Promise.withResolvers<void>();
  publish.mockImplementationOnce(() => done.promise);
  const click = own.turnOn();
  await settled();
  own.release();
  done.resolve();
  await click;
  await publisher.change('up', inRoom());
  expect(unpublish.mock.calls).toEqual([[inRoom()[0]]]);
  expect(publisher.published()).toEqual([]);
});

test('a publication that was lost with its connection is made anew in the next one', async () => {
  const { own, publisher, publish, losses } = ownTrackOnFakes();
  const lost = Promise.withResolvers<void>();
  publish.mockImplementationOnce(() => lost.promise);
  const click = own.turnOn();
  await settled();
  await publisher.change('down', []);
  await publisher.change('up', []);
  lost.reject(new Error('Got disconnected'));
  expect(await click).toEqual(ok());
  expect(publish).toHaveBeenCalledTimes(2);
  expect(own.state()).toBe('on');
  expect(losses).toEqual([]);
});

test('a pause that livekit-client cannot end by itself any more is ended once it is published again', async () => {
  const { own, publisher, tracks, inRoom } = ownTrackOnFakes();
  await own.turnOn();
  const [track] = tracks;
  if (track) track.isUpstreamPaused = true;
  await publisher.change('repairing', []);
  await publisher.change('up', inRoom());
  expect(track?.isUpstreamPaused).toBe(false);
});

test('what a reconnection could not bring back, one click brings back', async () => {
  const { own, publisher, publish } = ownTrackOnFakes();
  await own.turnOn();
  await publisher.change('repairing', []);
  publish.mockRejectedValueOnce(new Error('403'));
  await publisher.change('up', []);
  expect(await own.turnOn()).toEqual(ok());
  expect(own.state()).toBe('on');
});

test('a track that the media server does not take closes the device: nobody believes to be heard', async () => {
  const { own, publish, tracks } = ownTrackOnFakes();
  publish.mockRejectedValueOnce(new Error('408'));
  expect(await own.turnOn()).toEqual(err('not-sent'));
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
});
