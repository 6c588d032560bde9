import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { admission } from '../src/shared/meeting.ts';
import { root } from './app/build.ts';
import { prepareLinux } from './runtimes/linux-libraries.ts';
import { startStack, type Stack } from './stack/start-stack.ts';
import { openGuard, type Guard } from './supervision/guard.ts';
import { run } from './supervision/run.ts';

let page: string;
let guard: Guard;
let stack: Stack;
beforeAll(async () => {
  page = await readFile(path.join(root, 'docs/api.md'), 'utf8');
  await prepareLinux({ for: 'service tests', log: () => undefined });
  guard = openGuard();
  // What `npm start` brings up beside the app.
  stack = await startStack();
}, 120_000);
afterAll(async () => {
  await stack.stop();
  await guard.close();
});

test('the example of docs/api.md opens a meeting', async () => {
  const [, example = ''] = /^```sh\n([^`]+)```$/m.exec(page) ?? [];
  const [first = '', ...rest] = example.split('\n');
  expect(first).toBe('SERVICE=http://127.0.0.1:8080');
  const script = [`SERVICE=${stack.serviceUrl}`, ...rest].join('\n');
  const ran = await run(guard, 'sh', ['-euc', script], { timeoutMs: 20_000 });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const opened = admission.parse(JSON.parse(ran.stdout));
  expect(opened.participant.displayName).toBe('Marie Gérard');
  // The same again answers the same meeting, as the page says.
  const again = await run(guard, 'sh', ['-euc', script], { timeoutMs: 20_000 });
  expect(admission.parse(JSON.parse(again.stdout)).meeting.id).toBe(opened.meeting.id);
});
