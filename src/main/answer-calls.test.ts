import type { IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import type { Handlers } from '../shared/ipc.ts';
import { err, ok } from '../shared/result.ts';
import { answerCalls } from './answer-calls.ts';

const refused = { ok: false, error: { code: 'app-error' } };

function door(handlers: Partial<Handlers>, isOurFrame = true) {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const answer = answerCalls(handlers as Handlers, { isOurFrame: () => isOurFrame, log });
  return (name: unknown, input: unknown) => answer({} as IpcMainInvokeEvent, name, input);
}

test('a call of the table reaches its handler and its answer comes back', async () => {
  const choose = vi.fn(async () => ok());
  const call = door({ 'server:choose': choose });
  expect(await call('server:choose', 'en')).toEqual({ ok: true, value: undefined });
  expect(choose).toHaveBeenCalledWith('en');
});

test('a foreign frame, an unknown name and a wrong input reach no handler', async () => {
  const choose = vi.fn(async () => ok());
  expect(await door({ 'server:choose': choose }, false)('server:choose', 'en')).toEqual(refused);
  const call = door({ 'server:choose': choose });
  expect(await call('toString', 'en')).toEqual(refused);
  expect(await call(42, 'en')).toEqual(refused);
  expect(await call('server:choose', { address: 'en' })).toEqual(refused);
  expect(await call('meeting:look-up', { origin: 'https://x.example', code: '../x' })).toEqual(refused);
  expect(choose).not.toHaveBeenCalled();
});

test('a handler that throws answers a failure, without its text', async () => {
  const call = door({ 'meeting:end': async () => Promise.reject(new Error('secret')) });
  expect(await call('meeting:end', undefined)).toEqual(refused);
});

test('every refusal is a line of the log with its code, and what somebody did is one too', async () => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const answer = answerCalls(
    {
      'meeting:end': async () => ok(),
      'meeting:current': async () => ok(null),
      'page:open': async () => err({ code: 'app-error' }),
    } as Partial<Handlers> as Handlers,
    { isOurFrame: () => true, log },
  );
  const calls = [['meeting:end'], ['meeting:current'], ['page:open', 'privacy']] as const;
  for (const [name, input] of calls) await answer({} as IpcMainInvokeEvent, name, input);
  expect(log.info.mock.calls).toEqual([[expect.stringMatching(/^meeting:end: done in \d+ ms$/)]]);
  expect(log.warn.mock.calls).toEqual([['page:open: app-error']]);
});

test('a page that calls without end fills no log', async () => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const answer = answerCalls({} as Handlers, { isOurFrame: () => true, log });
  for (let n = 0; n < 200; n += 1) await answer({} as IpcMainInvokeEvent, `call-${n}`, undefined);
  expect(log.warn).toHaveBeenCalledTimes(60);
});
