import type { SystemFacts } from '../../../shared/devices/system-facts.ts';
import type { MediaKind } from '../../../shared/calls/media.ts';
import type { Bridge } from '../../bridge.ts';
import type { Platform } from '../../platform-context.ts';
import { lookAtSystem } from './explain-device.ts';

type Deps = {
  readonly bridge: Pick<Bridge, 'call'>;
  readonly permissions?: Pick<Permissions, 'query'>;
  readonly can: Platform['can'];
};

/** Whether opening such a device asks nobody anything; a refusal is an answer too. */
export async function isGranted(
  kind: MediaKind,
  { bridge, can, permissions = navigator.permissions }: Deps,
): Promise<boolean> {
  try {
    if ((await permissions.query({ name: kind })).state !== 'granted') return false;
  } catch {
    // A browser that does not know this permission's name.
    return false;
  }
  // Electron's permissions know nothing of the system's own.
  return !can.promptForDevices || isDecided(await lookAtSystem(kind, bridge));
}

const isDecided = ({ access }: SystemFacts): boolean => access !== 'undecided' && access !== 'unknown';
