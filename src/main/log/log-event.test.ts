import { expect, test, vi } from 'vitest';
import { noteEvent } from './log-event.ts';

test('what happens to a meeting and a sign-in is a line of the log, with states and without names', () => {
  const info = vi.fn();
  noteEvent('meeting:event', { type: 'ended', reason: 'time' }, { info });
  noteEvent('meeting:event', { type: 'rejoin' }, { info });
  noteEvent('service:reachable', false, { info });
  noteEvent('sign-in:state', { name: 'signed-in', displayName: 'Marie Gérard', notKept: null }, { info });
  noteEvent('link:opened', { origin: 'https://x.example', code: 'x' }, { info });
  noteEvent('link:refused', { code: 'link-invalid' }, { info });
  noteEvent('settings:changed', {} as never, { info });
  expect(info.mock.calls.map(([line]) => line as string)).toEqual([
    'meeting:event: ended, time',
    'meeting:event: rejoin',
    'service:reachable: no',
    'sign-in:state: signed-in',
    'link:opened: a link of the desktop',
    'link:refused: link-invalid',
  ]);
});
