import type { Opened } from '../../../shared/devices/opened-device.ts';

/** As which device the browser has opened a track. */
export const openedAs = (track: MediaStreamTrack): Opened => ({
  id: track.getSettings().deviceId ?? '',
  label: track.label,
});
