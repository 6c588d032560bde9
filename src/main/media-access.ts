import type { SystemPreferences } from 'electron';
import type { MediaAccess, MediaKind } from '../shared/ipc.ts';

/** Reads the system's permission; macOS asks the user the first time, later a refusal stands until changed by hand. */
export async function mediaAccess(
  kind: MediaKind,
  platform: NodeJS.Platform,
  system: SystemPreferences,
): Promise<MediaAccess> {
  if (platform !== 'darwin' && platform !== 'win32') return 'unknown'; // Linux has no such switch
  const status = system.getMediaAccessStatus(kind);
  if (platform === 'darwin' && status === 'not-determined') {
    return (await system.askForMediaAccess(kind)) ? 'granted' : 'denied';
  }
  // Windows says "not-determined" for a switch that was never touched, which lets desktop programs through.
  return status === 'not-determined' ? 'granted' : status;
}

/** The system's own page with the switch, where there is one. */
export function settingsAddress(kind: MediaKind, platform: NodeJS.Platform): string | null {
  switch (platform) {
    case 'darwin':
      return `x-apple.systempreferences:com.apple.preference.security?Privacy_${kind === 'microphone' ? 'Microphone' : 'Camera'}`;
    case 'win32':
      return kind === 'microphone' ? 'ms-settings:privacy-microphone' : 'ms-settings:privacy-webcam';
    default:
      return null;
  }
}
