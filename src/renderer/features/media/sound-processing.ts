import type { Settings } from '../../../shared/settings/settings.ts';

/** What the browser does to a microphone's sound before anybody hears it. */
export type SoundProcessing = Pick<Settings, 'echoCancellation' | 'noiseSuppression' | 'autoGainControl'>;

/** For comparing microphones: as they are. */
export const unprocessed: SoundProcessing = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};
