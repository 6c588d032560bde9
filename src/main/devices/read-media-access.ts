import type { SystemPreferences } from 'electron';

/** What macOS or Windows says of this program's access. */
export type ReadMediaAccess = (
  kind: 'microphone' | 'camera' | 'screen',
) => ReturnType<SystemPreferences['getMediaAccessStatus']>;
