import { createContext, useContext } from 'react';
import type { AppStart } from '../shared/calls/app.ts';

/** Where the app runs, and what it can do there. */
export type Platform = Pick<AppStart, 'platform' | 'can'>;

export const PlatformContext = createContext<Platform | null>(null);

export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (!platform) throw new Error('usePlatform needs a PlatformContext above it');
  return platform;
}
