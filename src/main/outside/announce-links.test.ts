import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { createEventQueue } from '../page/event-queue.ts';
import { announceLinks } from './announce-links.ts';
import { watchDeepLinks } from './deep-links.ts';
import { keepAllowedServers } from './allowed-servers.ts';

const code = `${'a'.repeat(29)}A`;

/** The parts as the app puts them together: a link of the desktop, the question about its server, what the page is told, the log. */
function openOn(link: string) {
  const [send, info, bringToFront] = [vi.fn(), vi.fn(), vi.fn()];
  const page = createEventQueue(send, { info });
  page.pageReady();
  announceLinks({
    deepLinks: watchDeepLinks(new EventEmitter() as EventEmitter & App, ['app', link], vi.fn()),
    servers: keepAllowedServers({
      settings: () => ({ server: 'https://visio.example', allowedServers: [], unknownServers: 'refuse' }),
      ask: () => Promise.resolve(false),
      allow: vi.fn(),
      chooseOwn: vi.fn(),
      now: () => 0,
    }),
    bringToFront,
    announce: page.announce,
  });
  return { send, info, bringToFront };
}

test.each([
  [
    'that opens a meeting',
    `visio-agents://visio.example/r/${code}`,
    ['link:opened', { origin: 'https://visio.example', code }],
    'link:opened: a link of the desktop',
  ],
  [
    'to a server that is not allowed',
    `visio-agents://stranger.example/r/${code}`,
    ['link:refused', { code: 'server-not-allowed' }],
    'link:refused: server-not-allowed',
  ],
  [
    'that is none',
    'visio-agents://visio.example/r/x',
    ['link:refused', { code: 'link-invalid' }],
    'link:refused: link-invalid',
  ],
])('a link %s is told to the page and noted in the log', async (_what, link, told, line) => {
  const { send, info, bringToFront } = openOn(link);
  await vi.waitFor(() => expect(send.mock.calls).toEqual([['visio:event', ...told]]));
  expect(bringToFront).toHaveBeenCalledOnce();
  expect(info.mock.calls).toEqual([[line]]);
});
