import type { IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import type { Handlers } from '../../shared/ipc.ts';
import { err, ok } from '../../shared/result.ts';
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

test('a page cannot fill the log with what is refused it: sixty lines a minute, and how many more there were', async () => {
  const written = vi.fn<(line: string) => void>();
  let now = 0;
  const answer = answerCalls(
    {
      'page:open': async () => err({ code: 'app-error' }),
      'meeting:end': async () => Promise.reject(new Error('broken')),
    } as Partial<Handlers> as Handlers,
    { isOurFrame: () => true, log: { info: written, warn: written, error: written }, now: () => now },
  );
  const call = (name: unknown, input?: unknown) => answer({} as IpcMainInvokeEvent, name, input);
  for (let time = 0; time < 100; time += 1) {
    await call('no-such-call');
    await call('page:open', { no: 'page' });
    await call('page:open', 'privacy');
    await call('meeting:end');
  }
  expect(written).toHaveBeenCalledTimes(60);
  now = 60_001;
  await call('page:open', 'privacy');
  expect(written.mock.calls.slice(60)).toEqual([
    ['340 lines about calls were left out'],
    ['page:open: app-error'],
  ]);
});

test('of an input that is wrong in many places three are named', async () => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const answer = answerCalls({} as Handlers, { isOurFrame: () => true, log });
  const devices = Array.from({ length: 50 }, () => ({}));
  await answer({} as IpcMainInvokeEvent, 'report:make', { devices });
  expect(log.warn.mock.calls).toEqual([
    ['report:make: input refused at devices.0.kind, devices.0.label, devices.0.chosen'],
  ]);
});
