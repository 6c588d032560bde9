import { expect, test } from 'vitest';
import { openMediaWay } from './open-media-way.ts';

const openedBehind = async (proxy: string): Promise<{ allowed: string[]; asked: string[] }> => {
  const [allowed, asked]: [string[], string[]] = [[], []];
  await openMediaWay({
    resolveProxy: async () => proxy,
    egress: { allowMain: (origin) => void allowed.push(origin) },
    passProxy: async (address, how) => {
      asked.push(`${address} ${how}`);
      return 'open';
    },
  })('wss://media.example/path');
  return { allowed, asked };
};

test('a proxy before the media server is asked before the window needs it', async () => {
  expect(await openedBehind('PROXY proxy.example:3128')).toEqual({
    allowed: ['https://media.example'],
    asked: ['https://media.example quiet'],
  });
});

test('where there is none main never speaks to the media server', async () => {
  expect(await openedBehind('DIRECT')).toEqual({ allowed: [], asked: [] });
});
