import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SettingsStore, SettingsStoreApi } from './settings-store.ts';

export const SettingsContext = createContext<SettingsStoreApi | null>(null);

/** Reads a part of the settings; re-renders only when that part changes. */
export function useSettings<T>(select: (store: SettingsStore) => T): T {
  const store = useContext(SettingsContext);
  if (!store) throw new Error('useSettings needs a SettingsContext above it');
  return useStore(store, select);
}
