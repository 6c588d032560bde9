import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { MeetingStore, MeetingStoreApi } from './meeting-store.ts';

export const MeetingContext = createContext<MeetingStoreApi | null>(null);

/** Reads a part of the meeting store; re-renders only when that part changes. */
export function useMeeting<T>(select: (store: MeetingStore) => T): T {
  return useStore(useMeetingStore(), select);
}

export function useMeetingStore(): MeetingStoreApi {
  const store = useContext(MeetingContext);
  if (!store) throw new Error('useMeeting needs a MeetingContext above it');
  return store;
}
