import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ServiceStore, ServiceStoreApi } from './service-store.ts';

export const ServiceContext = createContext<ServiceStoreApi | null>(null);

/** Reads a part of what is known of the meeting service; re-renders only when that part changes. */
export function useService<T>(select: (store: ServiceStore) => T): T {
  const store = useContext(ServiceContext);
  if (!store) throw new Error('useService needs a ServiceContext above it');
  return useStore(store, select);
}
