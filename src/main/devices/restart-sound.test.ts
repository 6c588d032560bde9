import { expect, test, vi } from 'vitest';
import { soundRestarter } from './restart-sound.ts';

test('only the process for sound is ended', () => {
  const kill = vi.fn();
  // As `app.getAppMetrics()` of Electron 33 tells them.
  const metrics = () => [
    { pid: 1 },
    { pid: 2, serviceName: 'network.mojom.NetworkService' },
    { pid: 3, serviceName: 'audio.mojom.AudioService' },
  ];
  const restart = soundRestarter({ metrics, kill });
  restart();
  restart();
  expect(kill.mock.calls).toEqual([[3], [3]]);
});
