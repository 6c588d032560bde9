import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SoundReading } from '../../media/watch-sound.ts';
import { meterMicrophones, type Meters } from './meter-microphones.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Microphones that open when the test says so, and hear what it says. */
function metering(ids: readonly string[]) {
  const stop = vi.fn();
  const opening: PromiseWithResolvers<MediaStream>[] = [];
  const hearing: ((reading: SoundReading) => void)[] = [];
  let told: Meters = new Map();
  const getUserMedia = vi.fn(() => {
    const one = Promise.withResolvers<MediaStream>();
    opening.push(one);
    return one.promise;
  });
  const end = meterMicrophones(
    ids,
    (meters) => (told = meters),
    { getUserMedia },
    (_track, tell) => {
      hearing.push(tell);
      return () => undefined;
    },
  );
  const stream = { getAudioTracks: () => [{ stop }] } as unknown as MediaStream;
  const seen = async (): Promise<unknown[]> => {
    await vi.advanceTimersByTimeAsync(100);
    return ids.map((id) => told.get(id));
  };
  return { end, stop, opening, hearing, getUserMedia, stream, seen };
}

test('while one is slow to open, those after it wait their turn and are not said to be opening', async () => {
  const { opening, stream, hearing, seen } = metering(['headset', 'webcam', 'built-in']);
  expect(await seen()).toEqual(['opening', 'waiting', 'waiting']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await seen()).toEqual(['opening', 'waiting', 'waiting']);
  opening[0]?.resolve(stream);
  expect(await seen()).toEqual(['opening', 'opening', 'waiting']);
  hearing[0]?.({ level: 0.5, peak: 1 });
  expect(await seen()).toEqual([{ now: 0.5, recent: 0.5 }, 'opening', 'waiting']);
});

test('one that does not open is told as such, and the next has its turn', async () => {
  const { opening, seen } = metering(['headset', 'webcam']);
  opening[0]?.reject(new DOMException('', 'NotReadableError'));
  expect(await seen()).toEqual(['failed', 'opening']);
});

test('one that opens after the list was left is closed again, and no other is opened', async () => {
  const { end, opening, stream, stop, getUserMedia } = metering(['headset', 'webcam']);
  end();
  opening[0]?.resolve(stream);
  await vi.advanceTimersByTimeAsync(100);
  expect(stop).toHaveBeenCalledOnce();
  expect(getUserMedia).toHaveBeenCalledOnce();
});
