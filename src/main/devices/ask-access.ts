import type { SystemPreferences } from 'electron';
import type { MediaAccess, MediaKind } from '../../shared/calls/media.ts';

/** Reads the system's permission; macOS asks the user the first time, later a refusal stands until changed by hand. */
export async function askAccess(
  kind: MediaKind,
  platform: NodeJS.Platform,
  system: Pick<SystemPreferences, 'getMediaAccessStatus' | 'askForMediaAccess'>,
): Promise<MediaAccess> {
  if (platform !== 'darwin' && platform !== 'win32') return 'unknown'; // Linux has no such switch
  const status = system.getMediaAccessStatus(kind);
  if (platform === 'darwin' && status === 'not-determined') {
    return (await system.askForMediaAccess(kind)) ? 'granted' : 'denied';
  }
  // Windows says "not-determined" for a switch that nobody has touched, which allows desktop programs.
  return status === 'not-determined' ? 'granted' : status;
}
