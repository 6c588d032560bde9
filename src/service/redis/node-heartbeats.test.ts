import { expect, test } from 'vitest';
import { createHeartbeatWatch } from './node-heartbeats.ts';

/** Two nodes that write every two seconds, seen every half second from 0; each until its own last second. */
function watch({ a, b, blind }: { a: number; b: number; blind?: readonly [number, number] }) {
  const { observe } = createHeartbeatWatch();
  const beat = (id: string, last: number, now: number) => ({
    id,
    at: BigInt(2 * Math.floor(Math.min(now, last) / 2)),
  });
  const silentAt = new Map<number, readonly string[]>();
  for (let now = 0; now <= 60; now += 0.5) {
    if (blind && now > blind[0] && now < blind[1]) continue;
    const silent = observe([beat('a', a, now), beat('b', b, now)], now * 1000);
    if (silent.length > 0) silentAt.set(now, silent);
  }
  return { first: Math.min(...silentAt.keys()), silentAt };
}

test('a node that stopped writing is silent four seconds after it last wrote, and another that writes is not', () => {
  const { first, silentAt } = watch({ a: 100, b: 30 });
  expect(first).toBe(34);
  expect(new Set([...silentAt.values()].flat())).toEqual(new Set(['b']));
});

test('nodes that write are never silent, and if all have stopped none is', () => {
  expect(watch({ a: 100, b: 100 }).silentAt.size).toBe(0);
  expect(watch({ a: 30, b: 30 }).silentAt.size).toBe(0);
});

test('whoever was not seen for a while gets time to write again', () => {
  const { observe } = createHeartbeatWatch();
  const nodes = (a: bigint, b: bigint) => [
    { id: 'a', at: a },
    { id: 'b', at: b },
  ];
  observe(nodes(1n, 1n), 0);
  // Their Redis was away for ten seconds; one of them finds it later than the other.
  for (let ms = 10_000, a = 2n; ms < 24_000; ms += 500, a += 1n)
    expect(observe(nodes(a, 1n), ms)).toEqual([]);
  let silent: readonly string[] = [];
  for (let ms = 24_000, a = 90n; ms <= 30_000; ms += 500, a += 1n) silent = observe(nodes(a, 1n), ms);
  expect(silent).toEqual(['b']);
});

test('a node that is known no more is not silent but gone', () => {
  const { observe } = createHeartbeatWatch();
  let silent: readonly string[] = [];
  for (let ms = 0, a = 0n; ms <= 40_000; ms += 500, a += 1n)
    silent = observe(
      ms < 35_000
        ? [
            { id: 'a', at: a },
            { id: 'b', at: 0n },
          ]
        : [{ id: 'a', at: a }],
      ms,
    );
  expect(silent).toEqual([]);
});
