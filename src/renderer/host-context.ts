import { createContext, useContext } from 'react';
import type { AppStart } from '../shared/calls/app.ts';

/** Where the app runs, and what it can do there. */
export type Host = Pick<AppStart, 'platform' | 'can'>;

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost needs a HostContext above it');
  return host;
}
