import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './app/build.ts';
import { startStack, type Stack } from './stack/start-stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
}, 300_000);
afterAll(() => stack.stop());

async function probe(...args: string[]) {
  const child = spawn('npm', ['run', '--silent', 'probe', '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, said, complained };
}

test('a service that works is found to work, by ear, and no meeting is left behind', async () => {
  const { code, said, complained } = await probe(stack.serviceUrl);
  expect(complained).toBe('');
  expect(said).toContain('each hears the other');
  expect(said.trim().split('\n').at(-1)).toBe('probe: the service works');
  // Nothing but steps: a monitor shows what is printed here.
  for (const line of said.trim().split('\n').slice(0, -1)) expect(line).toMatch(/^✓ .+: \d+ ms$/);
  expect(code).toBe(0);
  const again = await fetch(`${stack.serviceUrl}/healthz`);
  expect(again.ok).toBe(true);
});

test('with the media server away the probe says what does not work', async () => {
  await stack.killLivekit();
  const { code, complained } = await probe(stack.serviceUrl);
  expect(complained).toMatch(/^probe: failed: an agent opens a meeting: .*media-unreachable/m);
  expect(code).toBe(1);
  await stack.restartLivekit();
});

test('a wrong address is another exit code than a service that does not work', async () => {
  expect(await probe('visio.example')).toMatchObject({ code: 2, said: '' });
  expect(await probe('http://127.0.0.1:1')).toMatchObject({ code: 1 });
});
