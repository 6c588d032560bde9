import type { IpcMain } from 'electron';
import { expect, test } from 'vitest';
import { openDoor } from './ipc.ts';

type Listener = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;

test('a call that comes before main can answer it is answered all the same', async () => {
  let call: Listener = () => Promise.reject(new Error('nobody listens'));
  const { giveAnswers, firstCall } = openDoor({
    handle: (_channel: string, given: Listener) => (call = given),
  } as never as IpcMain);
  const early = call({}, 'app:start', undefined);
  await firstCall;
  giveAnswers(async (_event, name) => `answer to ${String(name)}`);
  await expect(early).resolves.toBe('answer to app:start');
  await expect(call({}, 'later', undefined)).resolves.toBe('answer to later');
});
