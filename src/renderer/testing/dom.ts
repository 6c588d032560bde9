import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { quietLog } from '../quiet-log.ts';
import { FakeAudioContext } from './fake-audio-context.ts';
import { stubDevices } from './fake-devices.ts';

// What every test of the project « dom » starts from and leaves behind.

// Testing Library looks for the clock of a test under this name; without it, clicks wait for ever while it stands still.
vi.stubGlobal('jest', { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
// happy-dom (21.0) leaves it out.
MediaStream.prototype.getTracks ??= function getTracks(this: MediaStream) {
  return [...this.getAudioTracks(), ...this.getVideoTracks()];
};
vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
vi.stubGlobal('cancelIdleCallback', clearTimeout);
vi.stubGlobal('AudioContext', FakeAudioContext);
// No test reaches a network.
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('there is no network in this test')));
quietLog(() => undefined);

beforeEach(() => {
  FakeAudioContext.loudness = 0;
  stubDevices();
});

afterEach(() => {
  cleanup();
  // What a test put there itself, such as a page that is not React's: the next file finds the same document.
  document.body.replaceChildren();
  vi.useRealTimers();
  localStorage.clear();
});
