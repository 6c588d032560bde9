import { expect, test } from 'vitest';
import { createMediaProxyAuthenticator } from './authenticate-media-proxy.ts';

const openedBehind = async (
  proxy: string | Error,
  livekitUrl = 'wss://media.example/path',
): Promise<{ allowed: string[]; asked: string[] }> => {
  const [allowed, asked]: [string[], string[]] = [[], []];
  await createMediaProxyAuthenticator({
    resolveProxy: async () => (typeof proxy === 'string' ? proxy : Promise.reject(proxy)),
    requestFilter: { allowMain: (origin) => void allowed.push(origin) },
    passProxy: async (address, how) => {
      asked.push(`${address} ${how}`);
      return 'open';
    },
  })(livekitUrl);
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

test.each(['file:///etc/passwd', 'null', ''])('« %s » is no way to anybody', async (url) => {
  expect(await openedBehind('PROXY proxy.example:3128', url)).toEqual({ allowed: [], asked: [] });
});

test('that nobody can say which proxy there is breaks nothing', async () => {
  expect(await openedBehind(new Error('no resolver'))).toEqual({ allowed: [], asked: [] });
});
