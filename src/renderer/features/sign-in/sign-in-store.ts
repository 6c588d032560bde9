import { createStore } from 'zustand/vanilla';
import type { SignInState } from '../../../shared/sign-in.ts';
import type { Bridge } from '../../bridge.ts';

export type SignInStore = {
  /** As main tells it. */
  readonly state: SignInState;
  /** The notice that this sign-in will not be kept was read. */
  readonly noticeClosed: boolean;
  start(): void;
  cancel(): void;
  signOut(): void;
  closeNotice(): void;
};
export type SignInStoreApi = ReturnType<typeof createSignInStore>;

export const createSignInStore = (bridge: Bridge, first: SignInState) =>
  createStore<SignInStore>()((set) => {
    bridge.on('sign-in:state', (state) => set({ state, noticeClosed: false }));
    return {
      state: first,
      noticeClosed: false,
      start: () => void bridge.call('sign-in:start'),
      cancel: () => void bridge.call('sign-in:cancel'),
      signOut: () => void bridge.call('sign-in:sign-out'),
      closeNotice: () => set({ noticeClosed: true }),
    };
  });
