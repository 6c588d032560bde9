import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { NavigationStoreApi, Overlay } from './navigation-store.ts';

export const NavigationContext = createContext<NavigationStoreApi | null>(null);

/** To open and close pages from anywhere. */
export function useNavigation(): NavigationStoreApi {
  const store = useContext(NavigationContext);
  if (!store) throw new Error('useNavigation needs a NavigationContext above it');
  return store;
}

/** What lies over the page now; null when nothing does. */
export const useOverlay = (): Overlay | null => useStore(useNavigation(), (store) => store.overlay);
