import { expect, test, vi } from 'vitest';
import { keepAllowedServers } from './allowed-servers.ts';

const own = 'https://visio.example';
const listed = 'https://listed.example';
const stranger = 'https://stranger.example';

type Situation = { server: string; unknownServers: 'ask' | 'refuse'; says: boolean };

function guard({ server = own, unknownServers = 'ask', says = true }: Partial<Situation> = {}) {
  const ask = vi.fn(async () => says);
  const allow = vi.fn();
  const chooseOwn = vi.fn();
  const settings = () => ({ server, allowedServers: [listed], unknownServers });
  let clock = 0;
  const pass = (ms: number) => void (clock += ms);
  const servers = keepAllowedServers({ settings, ask, allow, chooseOwn, now: () => clock });
  return { ...servers, ask, allow, chooseOwn, pass };
}

test.each([own, listed])('%s needs no question', async (origin) => {
  const { admits, ask, allow } = guard();
  expect(await admits(origin)).toBe(true);
  expect(ask).not.toHaveBeenCalled();
  expect(allow).toHaveBeenCalledWith(origin);
});

test('a stranger is asked about before anything may go there, and once', async () => {
  const { admits, ask, allow, chooseOwn } = guard();
  const twice = Promise.all([admits(stranger), admits(stranger)]);
  expect(allow).not.toHaveBeenCalled();
  expect(await twice).toEqual([true, true]);
  expect(await admits(stranger)).toBe(true);
  expect(ask).toHaveBeenCalledExactlyOnceWith(stranger, false);
  expect(chooseOwn).not.toHaveBeenCalled();
});

test('while one question is open, a link to another stranger is refused without a second one', async () => {
  const { admits, ask } = guard();
  const [first, second] = [admits(stranger), admits('https://other.example')];
  expect(await Promise.all([first, second])).toEqual([true, false]);
  expect(ask).toHaveBeenCalledOnce();
});

test('after a no nothing goes there, and the next link asks again', async () => {
  const { admits, ask, allow } = guard({ says: false });
  expect(await admits(stranger)).toBe(false);
  expect(await admits(stranger)).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(allow).not.toHaveBeenCalled();
});

test('after three questions within a minute nobody is asked again before it is over', async () => {
  const { admits, ask, pass } = guard({ says: false });
  for (const n of [1, 2, 3, 4, 5]) await admits(`https://stranger-${n}.example`);
  expect(ask).toHaveBeenCalledTimes(3);
  pass(60_001);
  await admits(stranger);
  expect(ask).toHaveBeenCalledTimes(4);
});

test('where strangers are refused nobody is asked', async () => {
  const { admits, ask } = guard({ unknownServers: 'refuse' });
  expect(await admits(stranger)).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});

test('the first link of an app without a service offers to take its own', async () => {
  const { admits, ask, chooseOwn } = guard({ server: '' });
  expect(await admits(stranger)).toBe(true);
  expect(ask).toHaveBeenCalledWith(stranger, true);
  expect(chooseOwn).toHaveBeenCalledWith(stranger);
});

test.each([
  '',
  'http://stranger.example',
  'https://somebody@stranger.example',
  'https://stranger.example/',
  'https://stranger.example/path',
  'https://visio.example?.stranger.example',
  'file:///etc/passwd',
  `visio://${'long.'.repeat(500)}`,
  `https://${'long.'.repeat(500)}example`,
])('an address of no service is refused, and nobody is asked about it (case %#)', async (origin) => {
  const { admits, ask, allow } = guard();
  expect(await admits(origin)).toBe(false);
  expect(ask).not.toHaveBeenCalled();
  expect(allow).not.toHaveBeenCalled();
});
