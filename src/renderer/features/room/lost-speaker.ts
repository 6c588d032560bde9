import { deviceInUse, type Device } from '../media/device-list.ts';

/** How the speakers in use went away between two lists: null if they did not. Nameless ones stand for several. */
export function lostSpeaker(
  before: readonly Device[],
  now: readonly Device[],
  chosen: Device,
): 'replaced' | 'off' | null {
  const used = deviceInUse(before, chosen);
  if (!used || now.some(({ id }) => id === used.id)) return null;
  if (now.length === 0) return 'off';
  return used.name === '' || now.some(({ name }) => name === used.name) ? null : 'replaced';
}
