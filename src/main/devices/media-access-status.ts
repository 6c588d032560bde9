import type { SystemPreferences } from 'electron';

/** What macOS or Windows says of this program's access. */
export type MediaAccessStatus = (
  kind: 'microphone' | 'camera' | 'screen',
) => ReturnType<SystemPreferences['getMediaAccessStatus']>;
