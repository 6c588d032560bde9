import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { inACluster } from './in-a-cluster.ts';
import { listeners } from './meeting-of-ten.ts';

// What the measurement of silences tells apart: a machine that left this process no time, and media servers that stand still.

const { cluster, ten } = inACluster('own stall');

/** Stops processes for so many seconds. */
const standStill = (pids: readonly number[], seconds: number): Promise<unknown> => {
  const all = pids.join(' ');
  return once(spawn('sh', ['-c', `kill -STOP ${all}; sleep ${seconds}; kill -CONT ${all}`]), 'close');
};

test('that the process which speaks and listens stood still is no silence', async () => {
  // The tone is sent a second ahead: after more than that it breaks off itself.
  expect(await ten().silences(() => standStill([process.pid], 0.55))).toEqual([]);
  expect(ten().longestStall()).toBeGreaterThan(400);
  const busy = async (): Promise<void> => {
    const until = performance.now() + 550;
    await new Promise(setImmediate);
    while (performance.now() < until);
  };
  expect(await ten().silences(busy)).toEqual([]);
});

test('that the media servers stood still is one for everybody', async () => {
  const nodes = [cluster().pidOf('livekit-a'), cluster().pidOf('livekit-b')];
  expect(await ten().silences(() => standStill(nodes, 1.5))).toHaveLength(listeners);
});
