import { expect, test, vi } from 'vitest';
import { soundRestarter } from './restart-sound.ts';

test('only the process for sound is ended, and not again within ten seconds, whoever asks', () => {
  let now = 0;
  const kill = vi.fn();
  // As `app.getAppMetrics()` of Electron 33 tells them.
  const metrics = () => [
    { pid: 1 },
    { pid: 2, serviceName: 'network.mojom.NetworkService' },
    { pid: 3, serviceName: 'audio.mojom.AudioService' },
  ];
  const restart = soundRestarter({ metrics, kill, now: () => now });
  expect(restart()).toBe(true);
  expect(restart()).toBe(false);
  now = 10_001;
  expect(restart()).toBe(true);
  expect(kill.mock.calls).toEqual([[3], [3]]);
});
