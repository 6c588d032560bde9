import { expect, test, vi } from 'vitest';
import type { PageFindings } from '../../shared/report.ts';
import { err, ok } from '../../shared/result.ts';
import { words } from '../../shared/words/words.ts';
import { throughDoor } from '../calls/testing/through-door.ts';
import { reportHandlers } from './report-handlers.ts';

const page: PageFindings = { devices: [], checks: [], networkChecks: [], connection: null };
const refused = { ok: false, error: { code: 'app-error' } };

function handlers(email: string | undefined = 'assistance@ac.example') {
  let made = 0;
  let now = 0;
  const parts = {
    make: vi.fn(async () => `report ${(made += 1)}`),
    words: () => words.fr,
    email: () => email,
    clipboard: { writeText: vi.fn() },
    open: vi.fn(async () => true),
    askWhere: vi.fn<(name: string) => Promise<string | null>>(async () => '/x/report.txt'),
    write: vi.fn(async () => undefined),
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    today: () => new Date('2026-11-23T10:00:00Z'),
  };
  const calls = reportHandlers(parts);
  return { ...parts, calls, door: throughDoor(calls, () => now), later: (ms: number) => (now += ms) };
}

test('nothing leaves before a report was made and shown', async () => {
  const { calls, clipboard, open, askWhere } = handlers();
  for (const name of ['report:copy', 'report:save', 'report:mail'] as const)
    expect(await calls[name]()).toEqual(refused);
  expect([clipboard.writeText, open, askWhere].map((each) => each.mock.calls.length)).toEqual([0, 0, 0]);
});

test('what is copied, saved and mailed is the text that was shown last', async () => {
  const { calls, clipboard, write, open, askWhere } = handlers();
  await calls['report:make'](page);
  expect(await calls['report:make'](page)).toEqual(ok('report 2'));
  await calls['report:copy']();
  expect(clipboard.writeText).toHaveBeenLastCalledWith('report 2');

  expect(await calls['report:save']()).toEqual(ok('saved'));
  expect(askWhere).toHaveBeenCalledWith('visio-agents-rapport-2026-11-23.txt');
  expect(write).toHaveBeenCalledWith('/x/report.txt', 'report 2');

  clipboard.writeText.mockClear();
  expect(await calls['report:mail']()).toEqual(ok());
  expect(clipboard.writeText).toHaveBeenCalledWith('report 2');
  const [[address = ''] = []] = open.mock.calls as unknown as string[][];
  const url = new URL(address);
  expect(`${url.protocol}${url.pathname}`).toBe('mailto:assistance@ac.example');
  expect(url.searchParams.get('subject')).toBe(words.fr.report.mailSubject);
  expect(address).not.toContain('report%202');
  // What Windows passes on to a mail program.
  expect(address.length).toBeLessThan(2000);
});

test('a report that is made while the dialog is open does not leave in the place of the one that was shown', async () => {
  const { door, askWhere, write } = handlers();
  const { promise, resolve } = Promise.withResolvers<string | null>();
  askWhere.mockReturnValue(promise);
  await door['report:make'](page);
  const saved = door['report:save']();
  expect(await door['report:save']()).toMatchObject({ error: { code: 'too-many-requests' } });
  await door['report:make'](page);
  resolve('/x/report.txt');
  expect(await saved).toEqual(ok('saved'));
  expect(write).toHaveBeenCalledWith('/x/report.txt', 'report 1');
});

test('a dialog that is dismissed saves nothing, and a folder that takes no file is told', async () => {
  const { calls, askWhere, write, log } = handlers();
  await calls['report:make'](page);
  askWhere.mockResolvedValueOnce(null);
  expect(await calls['report:save']()).toEqual(ok('cancelled'));
  expect(write).not.toHaveBeenCalled();
  write.mockRejectedValueOnce(new Error('ENOSPC'));
  expect(await calls['report:save']()).toEqual(refused);
  expect(log.error).toHaveBeenCalledOnce();
  expect(await calls['report:save']()).toEqual(ok('saved'));
});

test('a page that means harm opens five windows a minute, and no more', async () => {
  const { door, open, later } = handlers();
  await door['report:make'](page);
  for (let time = 0; time < 8; time += 1) await door['report:mail']();
  expect(open).toHaveBeenCalledTimes(5);
  later(60_001);
  expect(await door['report:mail']()).toEqual(ok());
});

test('a page that asks while a report is made gets that one, and no second is made', async () => {
  const { calls, make } = handlers();
  const { promise, resolve } = Promise.withResolvers<string>();
  make.mockReturnValueOnce(promise);
  const asked = Array.from({ length: 50 }, () => calls['report:make'](page));
  resolve('the one');
  expect(await Promise.all(asked)).toEqual(Array(50).fill(ok('the one')));
  expect(make).toHaveBeenCalledOnce();
  expect(await calls['report:make'](page)).toEqual(ok('report 1'));
});

test('a mail is told as written only where a program opened it', async () => {
  const { calls, open } = handlers();
  await calls['report:make'](page);
  expect(await calls['report:mail']()).toEqual(ok());
  open.mockResolvedValue(false);
  expect(await calls['report:mail']()).toEqual(err({ code: 'app-error' }));
});

test('a report that could not be made does not stand in the way of the next', async () => {
  const { calls, make } = handlers();
  make.mockRejectedValueOnce(new Error('broken'));
  await expect(calls['report:make'](page)).rejects.toThrow('broken');
  expect(await calls['report:make'](page)).toEqual(ok('report 1'));
});

test('ten reports a minute are made, and no more; the last one stays what leaves', async () => {
  const { door, clipboard, later } = handlers();
  for (let time = 0; time < 10; time += 1) await door['report:make'](page);
  expect(await door['report:make'](page)).toMatchObject({ error: { code: 'too-many-requests' } });
  await door['report:copy']();
  expect(clipboard.writeText).toHaveBeenLastCalledWith('report 10');
  later(60_001);
  expect(await door['report:make'](page)).toEqual(ok('report 11'));
});

test.each([undefined, '', 'a@b?bcc=c@d', 'a@b,c@d', 'a@b&body=x', 'Marie <a@b>', 'a@b@c', 'a%0Ab@c'])(
  'a mail to %j is one without an address',
  async (email) => {
    const { calls, open } = handlers(email ?? '');
    await calls['report:make'](page);
    await calls['report:mail']();
    expect(open).toHaveBeenCalledWith(expect.stringMatching(/^mailto:\?subject=/));
  },
);
