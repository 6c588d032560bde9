import { TrackEvent } from 'livekit-client';
import { expect, test, vi } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { device, ownTrackOnFakes, settled } from './testing/own-track-on-fakes.ts';

test('a device that livekit-client has stopped by itself is told as lost', async () => {
  const { own, losses, tracks } = ownTrackOnFakes();
  await own.turnOn();
  tracks[0]?.stop();
  await settled();
  expect(losses).toEqual(['off']);
  expect(own.state()).toBe('off');
});

test('a microphone pulled out with no other there is told as lost once, and muting it oneself never is', async () => {
  const { own, tracks, losses } = ownTrackOnFakes();
  await own.turnOn();
  await own.turnOff();
  await own.turnOn();
  expect(losses).toEqual([]);
  tracks[0]?.emit(TrackEvent.Ended);
  await tracks[0]?.mute();
  expect(losses).toEqual(['off']);
  expect(own.state()).toBe('off');
  await own.turnOn();
  await own.turnOff();
  expect(losses).toEqual(['off']);
});

test('a microphone pulled out and replaced by another is told, and what is shown of it follows', async () => {
  const { own, tracks, losses } = ownTrackOnFakes();
  await own.turnOn();
  const changed = vi.fn();
  own.onChange(changed);
  const [track] = tracks;
  if (track) track.mediaStreamTrack = device('ended');
  track?.emit(TrackEvent.Ended);
  await settled();
  expect(track?.isMuted).toBe(false);
  if (track) track.mediaStreamTrack = device();
  track?.emit(TrackEvent.Restarted);
  expect(losses).toEqual(['replaced']);
  expect(changed).toHaveBeenCalled();
  expect(own.state()).toBe('on');
});

test('a microphone pulled out while it is muted is no news: nobody was listening', async () => {
  const { own, tracks, losses } = ownTrackOnFakes();
  await own.turnOn();
  await own.turnOff();
  tracks[0]?.emit(TrackEvent.Ended);
  await own.turnOn();
  expect(losses).toEqual([]);
});

test('a microphone pulled out during the preview is closed, and the click opens what is there by then', async () => {
  const { own, open, tracks } = ownTrackOnFakes();
  await own.prepare();
  tracks[0]?.emit(TrackEvent.Ended);
  expect(own.state()).toBe('off');
  expect(own.media()).toBeNull();
  expect(await own.turnOn()).toEqual(ok());
  expect(open).toHaveBeenCalledTimes(2);
});

test('a microphone pulled out while it is being published is told as lost, not shown as heard', async () => {
  const { own, publisher, publish, tracks, losses } = ownTrackOnFakes();
  publish.mockImplementation(async (track) => {
    const [pulled] = tracks;
    if (pulled) pulled.mediaStreamTrack = device('ended');
    pulled?.emit(TrackEvent.Ended);
    await publisher.change('up', [track]);
  });
  await own.turnOn();
  expect(losses).toEqual(['off']);
  expect(own.state()).toBe('off');
});
