import { TrackEvent, type LocalTrack } from 'livekit-client';
import { expect, test, vi } from 'vitest';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createOwnTrack } from './own-track.ts';

/** The few members of LiveKit's track that matter here, behaving as its own do. */
class Track {
  readonly #listeners = new Map<TrackEvent, () => void>();
  isMuted = false;
  stopped = false;
  unmuteError: Error | null = null;
  readonly mediaStreamTrack: MediaStreamTrack;
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
  stop(): void {
    this.stopped = true;
  }
}

const refused: Diagnosis = {
  kind: 'microphone',
  name: 'system-refused',
  refusedBy: null,
  holders: [],
  error: 'NotAllowedError',
};

function rig({ opens }: { opens?: () => Promise<Result<MediaStreamTrack, Diagnosis>> } = {}) {
  const tracks: Track[] = [];
  const stop = vi.fn();
  const open = vi.fn(opens ?? (() => Promise.resolve(ok({ stop } as unknown as MediaStreamTrack))));
  const publish = vi.fn((_track: LocalTrack) => Promise.resolve());
  const unpublish = vi.fn();
  const own = createOwnTrack({
    open,
    wrap: (media) => {
      const track = new Track(media);
      tracks.push(track);
      return track as unknown as LocalTrack;
    },
    publish,
    unpublish,
    explain: () => Promise.resolve(refused),
  });
  return { own, open, publish, unpublish, tracks, stop };
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
  const answers: Result<MediaStreamTrack, Diagnosis>[] = [
    err(trouble),
    ok({ stop: vi.fn() } as unknown as MediaStreamTrack),
  ];
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
  const { own, stop, publish } = rig({ opens: () => new Promise((resolve) => (give = resolve)) });
  const click = own.turnOn();
  own.release();
  give(ok({ stop } as unknown as MediaStreamTrack));
  expect((await click).ok).toBe(false);
  expect(stop).toHaveBeenCalled();
  expect(publish).not.toHaveBeenCalled();
  expect(own.state()).toBe('off');
});

test('after a lost connection the same track is published again, still muted if it was', async () => {
  const { own, publish, tracks } = rig();
  await own.turnOn();
  await own.turnOff();
  await own.republish();
  expect(publish).toHaveBeenCalledTimes(2);
  expect(publish.mock.calls[1]?.[0]).toBe(tracks[0]);
  expect(own.state()).toBe('off');
});

test('a preview is not published by a reconnection', async () => {
  const { own, publish } = rig();
  await own.prepare();
  await own.republish();
  expect(publish).not.toHaveBeenCalled();
});

test('a track that the media server does not take closes the device: nobody believes to be heard', async () => {
  const { own, publish, tracks } = rig();
  publish.mockRejectedValueOnce(new Error('408'));
  expect(await own.turnOn()).toEqual(err('not-sent'));
  expect(own.state()).toBe('off');
  expect(tracks[0]?.stopped).toBe(true);
});

test('a microphone pulled out with no other there is told as lost once, and muting it oneself never is', async () => {
  const { own, tracks } = rig();
  const losses: string[] = [];
  own.onLost((loss) => losses.push(loss));
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
  const { own, tracks } = rig();
  const losses: string[] = [];
  own.onLost((loss) => losses.push(loss));
  await own.turnOn();
  const changed = vi.fn();
  own.onChange(changed);
  tracks[0]?.emit(TrackEvent.Ended);
  tracks[0]?.emit(TrackEvent.Restarted);
  expect(losses).toEqual(['replaced']);
  expect(changed).toHaveBeenCalled();
  expect(own.state()).toBe('on');
});

test('a microphone pulled out while it is muted is no news: nobody was listening', async () => {
  const { own, tracks } = rig();
  const losses: string[] = [];
  own.onLost((loss) => losses.push(loss));
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
  const pulled = { readyState: 'live', stop: vi.fn() };
  const { own, publish, tracks } = rig({
    opens: () => Promise.resolve(ok(pulled as unknown as MediaStreamTrack)),
  });
  const losses: string[] = [];
  own.onLost((loss) => losses.push(loss));
  publish.mockImplementation(async () => {
    pulled.readyState = 'ended';
    tracks[0]?.emit(TrackEvent.Ended);
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
  const { own, tracks, unpublish } = rig();
  const losses: string[] = [];
  own.onLost((loss) => losses.push(loss));
  await own.turnOn();
  own.lose();
  expect(own.state()).toBe('off');
  expect(tracks[0]?.stopped).toBe(true);
  expect(unpublish).toHaveBeenCalledOnce();
  expect(losses).toEqual(['off']);
});
