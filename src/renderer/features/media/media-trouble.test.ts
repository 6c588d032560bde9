import { expect, test } from 'vitest';
import type { MediaAccess } from '../../../shared/ipc.ts';
import { explainMediaError } from './media-trouble.ts';

const named = (name: string): Error => new DOMException('some text of the browser', name);

test.each([
  ['NotAllowedError', 'device-refused'],
  ['SecurityError', 'device-refused'],
  ['NotFoundError', 'device-missing'],
  ['OverconstrainedError', 'device-missing'],
  ['NotReadableError', 'device-busy'],
  ['AbortError', 'device-failed'],
  ['InvalidStateError', 'device-failed'],
  ['toString', 'device-failed'],
] as const)('%s is told to the agent as %s when the system allows the device', (name, code) => {
  expect(explainMediaError(named(name), 'granted')).toBe(code);
  expect(explainMediaError(named(name), 'unknown')).toBe(code);
});

test.each(['denied', 'restricted'] satisfies MediaAccess[])(
  'a device that the system hides is told as refused, not as unplugged or busy, when its switch says %s',
  (access) => {
    expect(explainMediaError(named('NotFoundError'), access)).toBe('device-refused');
    expect(explainMediaError(named('NotReadableError'), access)).toBe('device-refused');
  },
);

test('whatever else is thrown is still told as a trouble of the device', () => {
  expect(explainMediaError(new TypeError('no kind requested'), 'granted')).toBe('device-failed');
  expect(explainMediaError('text', 'granted')).toBe('device-failed');
});
