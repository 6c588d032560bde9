import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { AppStart } from '../../../shared/calls/app.ts';

export type Platform = AppStart['platform'];
/** What the one button of a trouble does; null where plugging something in is all there is to do. */
export type MainAction = 'open-settings' | 'open-sound' | 'retry' | null;

/** Linux has no such page to open, and a browser lets no page open its own. */
export const hasSettings = (platform: Platform): boolean => platform === 'darwin' || platform === 'win32';

export function mainAction({ kind, name, refusedBy }: Diagnosis, platform: Platform): MainAction {
  switch (name) {
    case 'system-refused':
      // Of what this user may not do, no page of theirs has the switch.
      return hasSettings(platform) && refusedBy !== 'group' ? 'open-settings' : 'retry';
    // Windows does not tell of an input volume at zero: what is muted there is only silent.
    case 'muted':
    case 'silent':
      return hasSettings(platform) && kind !== 'camera' ? 'open-sound' : 'retry';
    case 'held':
    case 'unknown':
      return 'retry';
    default:
      return null;
  }
}

/** Whether it takes somebody with other rights, so that waiting would be in vain. */
export const isBeyondUser = ({ name, refusedBy }: Diagnosis): boolean =>
  name === 'policy-refused' || refusedBy === 'computer' || refusedBy === 'group' || refusedBy === 'sandbox';
