import { expect, test, vi } from 'vitest';
import { logEvent } from './log-event.ts';

test('what happens to a meeting and a sign-in is a line of the log, with states and without names', () => {
  const info = vi.fn();
  logEvent('meeting:event', { type: 'ended', reason: 'time' }, { info });
  logEvent('meeting:event', { type: 'rejoin' }, { info });
  logEvent('service:reachable', false, { info });
  logEvent('sign-in:state', { name: 'signed-in', displayName: 'Marie Gérard', notKept: null }, { info });
  logEvent('link:opened', { origin: 'https://x.example', code: 'x' }, { info });
  logEvent('link:refused', { code: 'link-invalid' }, { info });
  logEvent('settings:changed', {} as never, { info });
  expect(info.mock.calls.map(([line]) => line as string)).toEqual([
    'meeting:event: ended, time',
    'meeting:event: rejoin',
    'service:reachable: no',
    'sign-in:state: signed-in',
    'link:opened: a link of the desktop',
    'link:refused: link-invalid',
  ]);
});
