import { expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { openScreen } from './open-screen.ts';

const failing = (name: string) => ({
  getDisplayMedia: () => Promise.reject(new DOMException('', name)),
});

test('a picture is asked for that shows small text, and no sound', async () => {
  const track = {} as MediaStreamTrack;
  const asked: unknown[] = [];
  const opened = await openScreen({
    async getDisplayMedia(wanted) {
      asked.push(wanted);
      return { getVideoTracks: () => [track] } as unknown as MediaStream;
    },
  });
  expect(opened).toEqual(ok(track));
  expect(asked).toEqual([
    {
      video: { width: { max: 2560 }, height: { max: 1440 }, frameRate: { ideal: 15, max: 30 } },
      audio: false,
    },
  ]);
});

test.each(['NotAllowedError', 'AbortError'])(
  'whoever shares nothing after all (%s) has no trouble',
  async (name) => {
    expect(await openScreen(failing(name))).toEqual(err('released'));
  },
);

test('a window that was closed meanwhile is told as not captured', async () => {
  expect(await openScreen(failing('NotReadableError'))).toEqual(err('not-captured'));
});
