import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areYouAlive } from './attack.ts';
import { createSender } from './send.ts';
import { startAttackTargets, type AttackTargets } from './attack-targets.ts';

let targets: AttackTargets;
beforeAll(async () => {
  targets = await startAttackTargets();
});
afterAll(() => targets.stop());

/** (ms) */
const most = 20_000;

/** Sends the beginning, then a byte of the rest now and then; answers what came back once it was closed. */
async function drip(beginning: string, rest: string): Promise<string> {
  const socket = connect(targets.port, '127.0.0.1').setEncoding('latin1');
  let answer = '';
  let at = 0;
  socket.on('data', (piece: string) => (answer += piece));
  socket.on('error', () => undefined);
  socket.write(beginning);
  const drops = setInterval(() => socket.write(rest.charAt((at += 1) % rest.length)), 500);
  const closed = once(socket, 'close', { signal: AbortSignal.timeout(most) });
  const inTime = await closed.then(
    () => true,
    () => false,
  );
  clearInterval(drops);
  socket.destroy();
  return inTime ? answer : 'it stays open';
}

test('whoever sends by drops is sent away within 20 s, and nobody waits for them', async () => {
  const head = `POST /api/v1/participation/end-meeting HTTP/1.1\r\nHost: ${targets.host}\r\n`;
  const token = `Authorization: Bearer ${targets.right.participation}\r\nContent-Type: application/json\r\n`;
  const ways = [
    [head, 'X-Note: drop\r\n'],
    ['GET /r/', 'x'],
    [`${head}${token}Content-Length: 2000\r\n\r\n{`, ' '],
    [`${head}${token}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
  ] as const;
  const before = await targets.snapshot();
  const slow = Array.from({ length: 15 }, () =>
    ways.map(([beginning, rest]) => drip(beginning, rest)),
  ).flat();
  const closed = new AbortController();
  const answers = Promise.all(slow).finally(() => closed.abort());
  const sender = createSender(targets.port);
  let longest = 0;
  while (!closed.signal.aborted) {
    longest = Math.max(longest, (await sender.send(areYouAlive))?.ms ?? Infinity);
    await setTimeout(100);
  }
  sender.stop();
  expect(longest).toBeLessThan(3000);
  const statuses = new Set((await answers).map((answer) => answer.slice(0, 13)));
  expect([...statuses]).toEqual(['HTTP/1.1 400 ']);
  expect(await targets.snapshot()).toBe(before);
}, 30_000);
