import type { HostPlatform } from '../shared/host-system.ts';

/** The systems that this app knows the settings and devices of. */
export type Platform = Exclude<HostPlatform, 'web'>;

export const knownPlatform = (): Platform =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
