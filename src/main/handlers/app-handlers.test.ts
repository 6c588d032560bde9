import { expect, test, vi } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { keepCurrentMeeting } from '../../client/current-meeting.ts';
import { keepSettings } from '../settings/settings-keeper.ts';
import { throughDoor } from '../calls/testing/through-door.ts';
import { appHandlers } from './app-handlers.ts';

function window() {
  const open = vi.fn(async () => true);
  const tellNotOpened = vi.fn();
  let clock = 0;
  const handlers = appHandlers({
    own: {
      discover: async () => err({ code: 'no-server' }),
      known: () => null,
      settled: async () => undefined,
    },
    signInState: () => ({ name: 'none' }),
    settings: keepSettings({
      policies: { layers: [], problems: [] },
      env: {},
      file: { values: () => ({}), set: () => undefined, setAside: null },
    }),
    current: keepCurrentMeeting({
      eventsAt: () => ({ follow: vi.fn() }),
      announce: vi.fn(),
      allowMedia: vi.fn(),
      onPresence: vi.fn(),
      now: () => clock,
    }),
    onPageReady: vi.fn(),
    restart: vi.fn(),
    about: {
      appVersion: '1.0.0',
      platform: 'linux',
      can: { openSystemSettings: false, promptForDevices: false },
    },
    clipboard: { writeText: vi.fn() },
    open,
    tellNotOpened,
  });
  const door = throughDoor(handlers, () => clock);
  return { handlers, door, open, tellNotOpened, pass: (ms: number) => void (clock += ms) };
}

test('a page that opens others and mails by the dozen opens ten a minute', async () => {
  const { door, open, pass } = window();
  for (let n = 0; n < 20; n += 1) {
    await door['page:open']('data.gouv.fr');
    await door['mail:compose']({ subject: 'x', body: 'x' });
  }
  expect(open).toHaveBeenCalledTimes(10);
  expect(await door['page:open']('data.gouv.fr')).toEqual(err({ code: 'too-many-requests' }));
  pass(60_001);
  expect(await door['page:open']('data.gouv.fr')).toEqual(ok());
});

test('what no program opens is said, and the address of a page is told', async () => {
  const { handlers, open, tellNotOpened } = window();
  open.mockResolvedValue(false);
  const failed = err({ code: 'app-error' });
  expect(await handlers['mail:compose']({ subject: 'x', body: 'x' })).toEqual(failed);
  expect(tellNotOpened).not.toHaveBeenCalled();
  expect(await handlers['page:open']('data.gouv.fr')).toEqual(failed);
  expect(tellNotOpened).toHaveBeenCalledExactlyOnceWith('https://data.gouv.fr');
});

test('no mail gets a field or a recipient from the window', async () => {
  const { handlers, open } = window();
  await handlers['mail:compose']({ subject: 'x&to=evil@example.org', body: '\r\nbcc: evil@example.org' });
  expect(open).toHaveBeenCalledExactlyOnceWith(
    'mailto:?subject=x%26to%3Devil%40example.org&body=%0D%0Abcc%3A%20evil%40example.org',
  );
});
