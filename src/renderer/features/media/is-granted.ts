import type { SystemFacts } from '../../../shared/devices/system-facts.ts';
import type { MediaKind } from '../../../shared/calls/media.ts';
import type { Bridge } from '../../bridge.ts';
import { lookAtSystem } from './explain-device.ts';

type Deps = {
  readonly bridge: Pick<Bridge, 'call'>;
  readonly permissions?: Pick<Permissions, 'query'>;
  readonly isMac?: boolean;
};

/** Whether opening such a device asks nobody anything; a refusal is an answer too. */
export async function isGranted(
  kind: MediaKind,
  { bridge, permissions = navigator.permissions, isMac = navigator.userAgent.includes('Macintosh') }: Deps,
): Promise<boolean> {
  try {
    if ((await permissions.query({ name: kind })).state !== 'granted') return false;
  } catch {
    // A browser that does not know this permission's name.
    return false;
  }
  // Electron's permissions know nothing of the system's own, and of all systems only macOS asks.
  return !isMac || isDecided(await lookAtSystem(kind, bridge));
}

const isDecided = ({ access }: SystemFacts): boolean => access !== 'undecided' && access !== 'unknown';
