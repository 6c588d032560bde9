import { findOpen, type Device } from '../media/device-list.ts';

export type AudioOutputLoss = 'replaced' | 'off';

/**
 * The returned function is called with each new list of speakers and the id of the ones that LiveKit plays on. It says how the
 * speakers in use were lost, null if they were not. LiveKit switches by itself, before or after the list arrives here.
 */
export function watchAudioOutputs(): (now: readonly Device[], active: string) => AudioOutputLoss | null {
  let sounding: Device | undefined;
  return (now, active) => {
    const loss = sounding ? lossOf(sounding, now) : null;
    sounding = findOpen(now, { id: active, label: '' }, null);
    return loss;
  };
}

/** Speakers without a name may stand for several. */
function lossOf(sounding: Device, now: readonly Device[]): AudioOutputLoss | null {
  if (now.some(({ id }) => id === sounding.id)) return null;
  if (now.length === 0) return 'off';
  return sounding.name === '' || now.some(({ name }) => name === sounding.name) ? null : 'replaced';
}
