import type { AppStart } from '../shared/calls/app.ts';

/** The systems that this app knows the settings and devices of. */
export type Platform = Exclude<AppStart['platform'], 'web'>;

export const knownPlatform = (): Platform =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
