import { createStore } from 'zustand/vanilla';
import type { FailureCode } from '../../../shared/failure.ts';
import type { SignInState } from '../../../shared/sign-in.ts';
import type { Bridge } from '../../bridge.ts';

export type SignInStore = {
  /** As main tells it. */
  readonly state: SignInState;
  /** The notice that this sign-in will not be kept was read. */
  readonly noticeClosed: boolean;
  /** Why main did not begin the attempt that was wished for last. */
  readonly refusal: FailureCode | null;
  start(): void;
  cancel(): void;
  signOut(): void;
  closeNotice(): void;
};
export type SignInStoreApi = ReturnType<typeof createSignInStore>;

export const createSignInStore = (bridge: Bridge, first: SignInState) =>
  createStore<SignInStore>()((set) => {
    bridge.on('sign-in:state', (state) => set({ state, noticeClosed: false, refusal: null }));
    const begin = async (): Promise<void> => {
      const begun = await bridge.call('sign-in:start');
      set({ refusal: begun.ok ? null : begun.error.code });
    };
    return {
      state: first,
      noticeClosed: false,
      refusal: null,
      start: () => void begin(),
      cancel() {
        set({ refusal: null });
        void bridge.call('sign-in:cancel');
      },
      signOut: () => void bridge.call('sign-in:sign-out'),
      closeNotice: () => set({ noticeClosed: true }),
    };
  });
