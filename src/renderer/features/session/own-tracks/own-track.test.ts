import { TrackEvent, type LocalTrack } from 'livekit-client';
import { expect, test, vi } from 'vitest';
import type { Diagnosis } from '../../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Publisher, PublishingState } from './publisher.ts';
import { createOwnTrack } from './own-track.ts';
import type { OwnedMedia } from './owned-media.ts';

/** The few members of LiveKit's track that matter here, behaving as its own do. */
class Track {
  readonly #listeners = new Map<TrackEvent, () => void>();
  isMuted = false;
  closed = false;
  isOpening = false;
  isUpstreamPaused = false;
  onStopped: (() => void) | null = null;
  unmuteError: Error | null = null;
  mediaStreamTrack: MediaStreamTrack;
  constructor(media: MediaStreamTrack) {
    this.mediaStreamTrack = media;
  }
  on(event: TrackEvent, listener: () => void): this {
    this.#listeners.set(event, listener);
    return this;
  }
  off(event: TrackEvent, listener: () => void): this {
    if (this.#listeners.get(event) === listener) this.#listeners.delete(event);
    return this;
  }
  emit(event: TrackEvent): void {
    this.#listeners.get(event)?.();
  }
  async mute(): Promise<void> {
    this.isMuted = true;
    this.emit(TrackEvent.Muted);
  }
  async unmute(): Promise<void> {
    if (this.unmuteError) throw this.unmuteError;
    this.isMuted = false;
    this.emit(TrackEvent.Unmuted);
  }
  async resumeUpstream(): Promise<void> {
    this.isUpstreamPaused = false;
  }
  /** As livekit-client stops it. */
  stop(): void {
    this.mediaStreamTrack = device('ended');
    if (!this.closed) this.onStopped?.();
  }
  close(): void {
    this.closed = true;
    this.stop();
  }
}

/** The room of one source; `change` says what livekit-client has done by itself. */
class FakePublisher implements Publisher {
  now: PublishingState = 'up';
  allowed = true;
  inRoom: LocalTrack[] = [];
  connections = 0;
  #tell: (removed: LocalTrack | null) => void = () => undefined;
  readonly publish = vi.fn(async (track: LocalTrack): Promise<void> => {
    this.inRoom = [...this.inRoom, track];
    this.#tell(null);
  });
  readonly unpublish = vi.fn(async (track: LocalTrack): Promise<void> => {
    this.inRoom = this.inRoom.filter((each) => each !== track);
  });
  state = (): PublishingState => this.now;
  isAllowed = (): boolean => this.allowed;
  connection = (): number => this.connections;
  published = (): readonly LocalTrack[] => this.inRoom;
  onChange(listener: (removed: LocalTrack | null) => void): void {
    this.#tell = listener;
  }
  /** Resolves once all that follows from it is done. */
  async change(now: PublishingState, inRoom: readonly LocalTrack[], removed: LocalTrack | null = null) {
    if (now !== this.now) this.connections += 1;
    [this.now, this.inRoom] = [now, [...inRoom]];
    this.#tell(removed);
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const refused: Diagnosis = {
  kind: 'microphone',
  name: 'system-refused',
  refusedBy: null,
  holders: [],
  error: 'NotAllowedError',
};

const device = (readyState: 'live' | 'ended' = 'live') =>
  ({ readyState, muted: false, stop: vi.fn() }) as unknown as MediaStreamTrack;

function rig({ opens }: { opens?: () => Promise<Result<MediaStreamTrack, Diagnosis>> } = {}) {
  const tracks: Track[] = [];
  const open = vi.fn(opens ?? (() => Promise.resolve(ok(device()))));
  const publisher = new FakePublisher();
  const own = createOwnTrack({
    open,
    wrap: (media) => {
      const track = new Track(media);
      tracks.push(track);
      return track as unknown as OwnedMedia;
    },
    publisher,
    explain: () => Promise.resolve(refused),
  });
  const losses: string[] = [];
  own.onLost((loss) => losses.push(loss));
  const inRoom = () => tracks as unknown as LocalTrack[];
  return {
    own,
    open,
    publisher,
    publish: publisher.publish,
    unpublish: publisher.unpublish,
    tracks,
    losses,
    inRoom,
  };
}

test('a microphone that is only previewed is heard by nobody', async () => {
  const { own, publish } = rig();
  await own.prepare();
  expect(own.state()).toBe('ready');
  expect(publish).not.toHaveBeenCalled();
});

test('« Microphone » publishes the device that the preview had opened, without opening it twice', async () => {
  const { own, open, publish } = rig();
  await own.prepare();
  expect(await own.turnOn()).toEqual(ok());
  expect(own.state()).toBe('on');
  expect(open).toHaveBeenCalledTimes(1);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('whoever clicks while the preview is still opening is told too why it does not open', async () => {
  const { promise, resolve } = Promise.withResolvers<Result<MediaStreamTrack, Diagnosis>>();
  const { own } = rig({ opens: () => promise });
  const outcomes = Promise.all([own.prepare(), own.turnOn()]);
  resolve(err(refused));
  expect(await outcomes).toEqual([err(refused), err(refused)]);
  expect(own.state()).toBe('off');
});

test('a device that opens after it was released, and opened anew meanwhile, is closed', async () => {
  const [first, second] = [device(), device()];
  const late = Promise.withResolvers<Result<MediaStreamTrack, Diagnosis>>();
  const opens = vi.fn(() => Promise.resolve(ok(second))).mockReturnValueOnce(late.promise as never);
  const { own } = rig({ opens });
  const given = own.prepare();
  own.release();
  await own.prepare();
  late.resolve(ok(first));
  expect(await given).toEqual(err('released'));
  expect(first.stop).toHaveBeenCalledOnce();
  expect(own.media()).toBe(second);
});

test('clicking while the preview is still opening waits for it instead of opening a second time', async () => {
  const { own, open, publish, tracks } = rig();
  const preview = own.prepare();
  const click = own.turnOn();
  await Promise.all([preview, click]);
  expect(open).toHaveBeenCalledTimes(1);
  expect(publish).toHaveBeenCalledTimes(1);
  expect(tracks).toHaveLength(1);
  expect(own.state()).toBe('on');
});

test('a double click on « Microphone » publishes once', async () => {
  const { own, publish } = rig();
  await Promise.all([own.turnOn(), own.turnOn()]);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('muting and unmuting keep the device and the publication', async () => {
  const { own, open, publish } = rig();
  await own.turnOn();
  await own.turnOff();
  expect(own.state()).toBe('off');
  await own.turnOn();
  expect(own.state()).toBe('on');
  expect(open).toHaveBeenCalledTimes(1);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('a moderator who mutes us is seen at once, since the track itself is asked', async () => {
  const { own, tracks } = rig();
  await own.turnOn();
  const seen: string[] = [];
  own.onChange(() => seen.push(own.state()));
  await tracks[0]?.mute();
  expect(seen).toEqual(['off']);
});

test('a refused device is told and leaves the button ready for another try', async () => {
  const trouble = refused;
  const answers: Result<MediaStreamTrack, Diagnosis>[] = [err(trouble), ok(device())];
  const { own } = rig({ opens: () => Promise.resolve(answers.shift() ?? err(trouble)) });
  expect(await own.turnOn()).toEqual(err(trouble));
  expect(own.state()).toBe('off');
  expect(await own.turnOn()).toEqual(ok());
  expect(own.state()).toBe('on');
});

test('a camera that the system refuses when it is turned on again is told as such', async () => {
  const { own, tracks } = rig();
  await own.turnOn();
  await own.turnOff();
  if (tracks[0]) tracks[0].unmuteError = new DOMException('', 'NotAllowedError');
  expect(await own.turnOn()).toEqual(err(refused));
  expect(own.state()).toBe('off');
});

test('leaving while the device opens closes it again', async () => {
  let give: (media: Result<MediaStreamTrack, Diagnosis>) => void = () => undefined;
  const { own, publish } = rig({ opens: () => new Promise((resolve) => (give = resolve)) });
  const click = own.turnOn();
  own.release();
  const media = device();
  give(ok(media));
  expect((await click).ok).toBe(false);
  expect(media.stop).toHaveBeenCalled();
  expect(publish).not.toHaveBeenCalled();
  expect(own.state()).toBe('off');
});

test('after a lost connection the same track is published again, still muted if it was', async () => {
  const { own, publisher, publish, tracks } = rig();
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
  const { own, publisher, publish } = rig();
  await own.prepare();
  await publisher.change('down', []);
  await publisher.change('up', []);
  expect(publish).not.toHaveBeenCalled();
});

test('what livekit-client takes out to publish it again is still on, and is left to it', async () => {
  const { own, publisher, publish, tracks, inRoom } = rig();
  await own.turnOn();
  await publisher.change('repairing', []);
  expect(own.state()).toBe('on');
  expect(tracks[0]?.closed).toBe(false);
  await publisher.change('up', inRoom());
  expect(own.state()).toBe('on');
  expect(publish).toHaveBeenCalledTimes(1);
});

test('turned off while livekit-client reconnects, it stays off', async () => {
  const { own, publisher, tracks, inRoom } = rig();
  await own.turnOn();
  await publisher.change('repairing', []);
  await own.turnOff();
  await publisher.change('up', inRoom());
  expect(own.state()).toBe('off');
  expect(tracks[0]?.isMuted).toBe(true);
});

test('what livekit-client did not get published again is published by us', async () => {
  const { own, publisher, publish } = rig();
  await own.turnOn();
  await publisher.change('repairing', []);
  await publisher.change('up', []);
  expect(publish).toHaveBeenCalledTimes(2);
  expect(own.state()).toBe('on');
});

test('a device that did not open again in a reconnection is told as lost, and nobody believes to be heard', async () => {
  const { own, publisher, losses, tracks } = rig();
  await own.turnOn();
  await publisher.change('repairing', []);
  const [track] = tracks;
  if (track) track.mediaStreamTrack = device('ended');
  await publisher.change('up', []);
  expect(losses).toEqual(['off']);
  expect(own.state()).toBe('off');
});

test('a device that livekit-client has stopped by itself is told as lost', async () => {
  const { own, losses, tracks } = rig();
  await own.turnOn();
  tracks[0]?.stop();
  await settled();
  expect(losses).toEqual(['off']);
  expect(own.state()).toBe('off');
});

test('a device that is just being opened anew is not lost', async () => {
  const { own, publisher, losses, tracks, inRoom } = rig();
  await own.turnOn();
  const [track] = tracks;
  if (track) [track.isOpening, track.mediaStreamTrack] = [true, device('ended')];
  await publisher.change('up', inRoom());
  expect(losses).toEqual([]);
  expect(own.state()).toBe('on');
});

test('a right that a moderator has taken closes the device', async () => {
  const { own, publisher, tracks, publish, inRoom } = rig();
  await own.turnOn();
  await publisher.change('up', [], inRoom()[0]);
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
  expect(publish).toHaveBeenCalledTimes(1);
});

test('a right that was taken while the connection was away closes the device, and is told', async () => {
  const { own, publisher, losses, tracks, publish } = rig();
  await own.turnOn();
  await publisher.change('repairing', []);
  publish.mockRejectedValueOnce(new Error('403'));
  await publisher.change('up', []);
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
  expect(losses).toEqual(['not-sent']);
});

test('a right that is taken while the track is being published closes the device and is told, and nobody reads « on »', async () => {
  const { own, publisher, tracks, losses, inRoom } = rig();
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
  const { own, publisher, losses } = rig();
  publisher.allowed = false;
  publisher.publish.mockRejectedValueOnce(new Error('insufficient permissions'));
  expect(await own.turnOn()).toEqual(err('not-sent'));
  expect(losses).toEqual(['not-sent']);
});

test('released while it was being published, it is taken out as soon as it is in', async () => {
  const { own, publisher, publish, unpublish, inRoom } = rig();
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
  const { own, publisher, publish, losses } = rig();
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
  const { own, publisher, tracks, inRoom } = rig();
  await own.turnOn();
  const [track] = tracks;
  if (track) track.isUpstreamPaused = true;
  await publisher.change('repairing', []);
  await publisher.change('up', inRoom());
  expect(track?.isUpstreamPaused).toBe(false);
});

test('what a reconnection could not bring back, one click brings back', async () => {
  const { own, publisher, publish } = rig();
  await own.turnOn();
  await publisher.change('repairing', []);
  publish.mockRejectedValueOnce(new Error('403'));
  await publisher.change('up', []);
  expect(await own.turnOn()).toEqual(ok());
  expect(own.state()).toBe('on');
});

test('a track that the media server does not take closes the device: nobody believes to be heard', async () => {
  const { own, publish, tracks } = rig();
  publish.mockRejectedValueOnce(new Error('408'));
  expect(await own.turnOn()).toEqual(err('not-sent'));
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
});

test('a microphone pulled out with no other there is told as lost once, and muting it oneself never is', async () => {
  const { own, tracks, losses } = rig();
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
  const { own, tracks, losses } = rig();
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
  const { own, tracks, losses } = rig();
  await own.turnOn();
  await own.turnOff();
  tracks[0]?.emit(TrackEvent.Ended);
  await own.turnOn();
  expect(losses).toEqual([]);
});

test('a microphone pulled out during the preview is closed, and the click opens what is there by then', async () => {
  const { own, open, tracks } = rig();
  await own.prepare();
  tracks[0]?.emit(TrackEvent.Ended);
  expect(own.state()).toBe('off');
  expect(own.media()).toBeNull();
  expect(await own.turnOn()).toEqual(ok());
  expect(open).toHaveBeenCalledTimes(2);
});

test('a microphone pulled out while it is being published is told as lost, not shown as heard', async () => {
  const { own, publisher, publish, tracks, losses } = rig();
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

test('a microphone that does not open any more is taken from the meeting, so that the next is the only one', async () => {
  const { own, tracks, publish, unpublish } = rig();
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
  const { own, tracks, unpublish, losses } = rig();
  await own.turnOn();
  own.lose();
  expect(own.state()).toBe('off');
  expect(tracks[0]?.closed).toBe(true);
  expect(unpublish).toHaveBeenCalledOnce();
  expect(losses).toEqual(['off']);
});
