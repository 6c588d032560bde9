import { expect, test } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Bridge } from '../../bridge.ts';
import { createSignInStore } from './sign-in-store.ts';

const signedOut: SignInState = { name: 'signed-out', trouble: null, keychain: null };

test('an attempt that main does not begin says why, until it is read or something else happens', async () => {
  let answer: Result<void, Failure> = err({ code: 'too-many-requests' });
  const call = (async () => answer) as unknown as Bridge['call'];
  let tell: (state: SignInState) => void = () => undefined;
  const on = ((_name: string, listener: (state: SignInState) => void) => {
    tell = listener;
    return () => undefined;
  }) as unknown as Bridge['on'];
  const store = createSignInStore({ call, on }, signedOut);
  const refusal = () => store.getState().refusal;

  store.getState().start();
  await expect.poll(refusal).toBe('too-many-requests');
  store.getState().cancel();
  expect(refusal()).toBeNull();

  store.getState().start();
  await expect.poll(refusal).toBe('too-many-requests');
  tell({ name: 'signing-in' });
  expect(refusal()).toBeNull();

  store.getState().start();
  await expect.poll(refusal).toBe('too-many-requests');
  answer = ok();
  store.getState().start();
  await expect.poll(refusal).toBeNull();
});
