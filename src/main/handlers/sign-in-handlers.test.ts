import { expect, test, vi } from 'vitest';
import { ok } from '../../shared/result.ts';
import { throughDoor } from '../calls/testing/through-door.ts';
import { signInHandlers } from './sign-in-handlers.ts';

test('a page that asks again and again opens five tabs a minute, and no more', async () => {
  let clock = 0;
  const session = { signIn: vi.fn(async () => undefined), cancel: vi.fn(), signOut: vi.fn() };
  const door = throughDoor(signInHandlers({ session }), () => clock);
  for (let n = 0; n < 20; n += 1) {
    await door['sign-in:start']();
    await door['sign-in:cancel']();
  }
  expect(session.signIn).toHaveBeenCalledTimes(5);
  clock = 60_001;
  expect(await door['sign-in:start']()).toEqual(ok());
});
