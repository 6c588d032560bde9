import { findOpen, type Device } from '../media/device-list.ts';

export type SpeakerLoss = 'replaced' | 'off';

/**
 * Told of each list of speakers, with the id of those that LiveKit plays on: how the ones that sounded until then went away,
 * null if they did not. LiveKit takes others by itself, before or after the list is heard of here.
 */
export function watchSpeakers(): (now: readonly Device[], active: string) => SpeakerLoss | null {
  let sounding: Device | undefined;
  return (now, active) => {
    const loss = sounding ? lossOf(sounding, now) : null;
    sounding = findOpen(now, { id: active, label: '' }, null);
    return loss;
  };
}

/** Nameless ones stand for several. */
function lossOf(sounding: Device, now: readonly Device[]): SpeakerLoss | null {
  if (now.some(({ id }) => id === sounding.id)) return null;
  if (now.length === 0) return 'off';
  return sounding.name === '' || now.some(({ name }) => name === sounding.name) ? null : 'replaced';
}
