import { setLogLevel } from 'livekit-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownCamera, ownMicrophone } from './owned-local-track.ts';

/** A browser's track: `stop` ends it without a word. */
class FakeMedia extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  enabled = true;
  readonly muted = false;
  readonly id = Math.random().toString();
  readonly kind: 'audio' | 'video';
  constructor(kind: 'audio' | 'video') {
    super();
    this.kind = kind;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  getConstraints = () => ({});
  getSettings = () => ({ width: 640, height: 360 });
  applyConstraints = () => Promise.resolve();
}
const media = (kind: 'audio' | 'video') => new FakeMedia(kind) as unknown as MediaStreamTrack;

const opened: FakeMedia[] = [];
let open: () => Promise<void>;
beforeEach(() => {
  setLogLevel('silent');
  opened.length = 0;
  open = () => Promise.resolve();
  vi.stubGlobal('MediaStream', EventTarget);
  vi.stubGlobal('navigator', {
    userAgent: 'Chrome/130.0',
    mediaDevices: {
      async getUserMedia({ audio }: MediaStreamConstraints) {
        await open();
        const track = new FakeMedia(audio ? 'audio' : 'video');
        opened.push(track);
        return { getTracks: () => [track] };
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** What livekit-client calls before it publishes again. */
const restart = (track: object): Promise<void> => (track as { restartTrack(): Promise<void> }).restartTrack();
const livesOn = (): boolean => opened.some(({ readyState }) => readyState === 'live');

test.each([
  ['microphone', () => ownMicrophone(media('audio'))],
  ['camera', () => ownCamera(media('video'))],
] as const)('a %s that was closed is not opened by livekit-client any more', async (_, own) => {
  const track = own();
  track.device.close();
  await expect(restart(track)).rejects.toThrow('closed by its owner');
  expect(opened).toEqual([]);
});

test.each([
  ['microphone', () => ownMicrophone(media('audio'))],
  ['camera', () => ownCamera(media('video'))],
] as const)('a %s that is closed while livekit-client opens it does not stay open', async (_, own) => {
  const track = own();
  open = async () => track.device.close();
  await restart(track).catch(() => undefined);
  expect(opened).toHaveLength(1);
  expect(livesOn()).toBe(false);
});

test('a camera that is turned off while livekit-client opens it does not stay open', async () => {
  const track = ownCamera(media('video'));
  open = async () => void (await track.mute());
  await restart(track);
  expect(livesOn()).toBe(false);
  open = () => Promise.resolve();
  await track.unmute();
  expect(livesOn()).toBe(true);
});

test('a microphone that is muted while livekit-client opens it gives no sound', async () => {
  const track = ownMicrophone(media('audio'));
  open = async () => void (await track.mute());
  await restart(track);
  expect(opened.map(({ enabled }) => enabled)).toEqual([false]);
});

test('a stop by livekit-client is told, our own is not', () => {
  const [theirs, ours] = [ownMicrophone(media('audio')), ownCamera(media('video'))];
  const told: string[] = [];
  theirs.device.onStopped = () => told.push('microphone');
  ours.device.onStopped = () => told.push('camera');
  theirs.stop();
  ours.device.close();
  expect(told).toEqual(['microphone']);
});

test('a device that does not open again is told once whoever asked for it had the chance to go back', async () => {
  const track = ownMicrophone(media('audio'));
  const told = vi.fn();
  track.device.onStopped = told;
  open = () => Promise.reject(new DOMException('busy', 'NotReadableError'));
  const failed = restart(track);
  expect(track.device.isOpening).toBe(true);
  await expect(failed).rejects.toThrow('busy');
  expect(track.device.isOpening).toBe(false);
  expect(told).not.toHaveBeenCalled();
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toHaveBeenCalledOnce();
});
