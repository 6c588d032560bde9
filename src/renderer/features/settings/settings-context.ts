import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SettingsStore, SettingsStoreApi } from './settings-store.ts';

export const SettingsContext = createContext<SettingsStoreApi | null>(null);

export function useSettingsStore(): SettingsStoreApi {
  const store = useContext(SettingsContext);
  if (!store) throw new Error('useSettingsStore needs a SettingsContext above it');
  return store;
}

/** Reads a part of the settings; re-renders only when that part changes. */
export const useSettings = <T>(select: (store: SettingsStore) => T): T =>
  useStore(useSettingsStore(), select);
