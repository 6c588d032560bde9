import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Platform } from '../../platform-context.ts';

/** What the one button of a trouble does; null where plugging something in is all there is to do. */
export type PrimaryAction = 'open-settings' | 'open-sound' | 'retry' | null;

export function primaryAction(
  { kind, name, refusedBy }: Diagnosis,
  can: Pick<Platform['can'], 'openSystemSettings'>,
): PrimaryAction {
  switch (name) {
    case 'system-refused':
      // Of what this user may not do, no page of theirs has the switch.
      return can.openSystemSettings && refusedBy !== 'group' ? 'open-settings' : 'retry';
    // Windows does not tell of an input volume at zero: what is muted there is only silent.
    case 'muted':
    case 'silent':
      return can.openSystemSettings && kind !== 'camera' ? 'open-sound' : 'retry';
    case 'held':
    case 'unknown':
      return 'retry';
    case 'policy-refused':
    case 'no-device':
    case 'unplugged':
    case 'untested':
    case 'working':
      return null;
    default:
      return unreachable(name);
  }
}

/** Whether it takes somebody with other rights, so that waiting would be in vain. */
export const isBeyondUser = ({ name, refusedBy }: Diagnosis): boolean =>
  name === 'policy-refused' || refusedBy === 'computer' || refusedBy === 'group' || refusedBy === 'sandbox';
