import { nothingTold, type DeviceKind, type SystemFacts } from '../../shared/devices/system-facts.ts';
import type { ReadMediaAccess } from './read-media-access.ts';

type Told = Pick<SystemFacts, 'access' | 'refusedBy'>;

/**
 * What macOS says about a kind of device: only the permission. Programs share devices there, and none is named.
 * What is changed in System Settings while the app runs counts after a restart: Electron's documentation of
 * askForMediaAccess says so, macOS itself offers « Quit & Reopen », and the status may stay the old one until then (electron
 * issues 36722, 37091). So after a refusal the page must offer a restart (`app:restart`).
 */
export function readMacosFacts(kind: DeviceKind, statusOf: ReadMediaAccess): SystemFacts {
  if (kind === 'speaker') return nothingTold; // plays without being asked
  const status = statusOf(kind);
  return { ...nothingTold, ...told[status], raw: { status } };
}

const told: Readonly<Record<ReturnType<ReadMediaAccess>, Told>> = {
  granted: { access: 'granted', refusedBy: null },
  denied: { access: 'denied', refusedBy: 'app' },
  // AVAuthorizationStatusRestricted: a profile or parental control, which the user cannot change.
  restricted: { access: 'restricted', refusedBy: 'policy' },
  'not-determined': { access: 'undecided', refusedBy: null },
  unknown: { access: 'unknown', refusedBy: null },
};

/** Only macOS has a switch for the screen: Windows always answers « granted ». */
export const screenAccess = (platform: NodeJS.Platform, statusOf: ReadMediaAccess): SystemFacts['access'] =>
  platform === 'darwin' ? told[statusOf('screen')].access : 'unknown';
