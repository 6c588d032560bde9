import {
  nothingTold,
  type DeviceKind,
  type Refuser,
  type SystemFacts,
} from '../../../shared/devices/system-facts.ts';
import type { ReadMediaAccess } from '../read-media-access.ts';
import {
  readHolders,
  readPolicy,
  readSwitches,
  type Capability,
  type Registry,
  type Switches,
} from './consent-store.ts';

export type WindowsSystem = {
  readonly status: ReadMediaAccess;
  readonly registry: Registry;
  readonly execPath: string;
  /** Ms since the epoch. */
  readonly bootedAt: number;
};

/** What Windows says of a kind of device. It has no switch for speakers. */
export function readWindowsFacts(kind: DeviceKind, system: WindowsSystem): SystemFacts {
  if (kind === 'speaker') return nothingTold;
  const status = system.status(kind);
  const capability: Capability = kind === 'microphone' ? 'microphone' : 'webcam';
  try {
    return withRegistry(status, capability, system);
  } catch {
    const facts = judge(status, { computer: null, apps: null, desktopApps: null, ours: null }, null);
    return { ...nothingTold, ...facts, raw: { status, registry: 'unreadable' } };
  }
}

function withRegistry(
  status: string,
  capability: Capability,
  { registry, execPath, bootedAt }: WindowsSystem,
): SystemFacts {
  const switches = readSwitches(registry, capability, execPath);
  const policy = readPolicy(registry, capability);
  const heldBy = readHolders({ registry, capability, execPath, bootedAt });
  return {
    ...nothingTold,
    ...judge(status, switches, policy),
    heldBy,
    raw: {
      status,
      policy: String(policy ?? '-'),
      computer: switches.computer ?? '-',
      apps: switches.apps ?? '-',
      'desktop apps': switches.desktopApps ?? '-',
      'this app': switches.ours ?? '-',
      'in use by': heldBy === null ? 'not told' : String(heldBy.length),
    },
  };
}

/** `access` is the system's answer, or that of a switch that can only be ours; `refusedBy` is the highest switch that says no. */
function judge(
  status: string,
  switches: Switches,
  policy: number | null,
): Pick<SystemFacts, 'access' | 'refusedBy'> {
  const { computer, desktopApps, ours } = switches;
  // The switch for all apps alone proves nothing: tools that turn it off leave desktop apps their microphone.
  const isRefused =
    status === 'denied' || status === 'restricted' || [computer, desktopApps, ours].some(isDeny);
  // Windows says "not-determined" for a switch that nobody has touched, which allows desktop programs.
  if (!isRefused) return { access: status === 'unknown' ? 'unknown' : 'granted', refusedBy: null };
  // The policy is meant for packaged apps; if a desktop app is refused too, it is the policy that disables the switches.
  if (policy === 2) return { access: 'restricted', refusedBy: 'policy' };
  return { access: 'denied', refusedBy: refuserOf(status, switches) };
}

function refuserOf(status: string, { computer, apps, desktopApps, ours }: Switches): Refuser | null {
  if (isDeny(computer)) return 'computer';
  if (isDeny(apps)) return 'apps';
  if (isDeny(desktopApps)) return 'desktop-apps';
  if (isDeny(ours)) return 'this-app';
  // DeviceAccessStatus.DeniedBySystem, which Electron calls "restricted", is the switch of the computer.
  return status === 'restricted' ? 'computer' : null;
}

const isDeny = (value: string | null): boolean => value?.toLowerCase() === 'deny';
