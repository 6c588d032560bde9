import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SignInStore, SignInStoreApi } from './sign-in-store.ts';

export const SignInContext = createContext<SignInStoreApi | null>(null);

/** Reads a part of who is signed in; re-renders only when that part changes. */
export function useSignIn<T>(select: (store: SignInStore) => T): T {
  const store = useContext(SignInContext);
  if (!store) throw new Error('useSignIn needs a SignInContext above it');
  return useStore(store, select);
}
