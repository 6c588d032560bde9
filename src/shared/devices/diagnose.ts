import { unreachable } from '../result.ts';
import { isMutedOutside, type Opened } from './opened-device.ts';
import type { DeviceKind, Refuser, SystemFacts } from './system-facts.ts';

/** What happened when the page opened the device, or what it has seen without. */
export type Opening =
  | { readonly name: 'not-tried' | 'opening' }
  /** `error`: the name of the DOMException of `getUserMedia`, or of whatever was thrown. */
  | { readonly name: 'failed'; readonly error: string }
  /** Open. `muted`: the browser gets nothing from it (`MediaStreamTrack.muted`). */
  | ({ readonly name: 'open'; readonly muted: boolean; readonly signal: Signal } & Opened)
  /** It was open, and its track ended by itself. */
  | { readonly name: 'ended' };

/** What comes out of an open device: sound above digital silence, or a picture that is not all black. */
export type Signal = 'some' | 'none' | 'not-yet';

export type DeviceFacts = {
  readonly kind: DeviceKind;
  readonly system: SystemFacts;
  /** How many of the kind `enumerateDevices` lists; null until it has answered. */
  readonly listed: number | null;
  readonly opening: Opening;
};

/**
 * Each has its page, which `e2e/equipment-screens.spec.ts` visits. `untested`: nothing speaks against it, and nobody has
 * opened it.
 */
export const findings = [
  'untested',
  'working',
  'system-refused',
  'policy-refused',
  'no-device',
  'unplugged',
  'held',
  'muted',
  'silent',
  'unknown',
] as const;
export type FindingName = (typeof findings)[number];

export type Diagnosis = {
  readonly kind: DeviceKind;
  readonly name: FindingName;
  /** Of `system-refused`, where the system names it. */
  readonly refusedBy: Refuser | null;
  /** Of `held`: by whom, where the system names them. */
  readonly holders: readonly string[];
  /** What the browser threw, by its name; null if nothing was thrown. */
  readonly error: string | null;
};

/**
 * Why a device does or does not do its work: the one place where that is decided, for the dialog, the meeting's banner, the
 * page and the report alike.
 */
export function diagnose(facts: DeviceFacts): Diagnosis {
  const { kind, system } = facts;
  const error = facts.opening.name === 'failed' ? facts.opening.error : null;
  const is = (name: FindingName): Diagnosis => ({ kind, name, refusedBy: null, holders: [], error });
  const refusal = refusedName(system);
  // Windows hides a forbidden device, or fails to start it: whatever the browser said of it, the switch tells the truth.
  if (refusal !== null && !isHeard(facts.opening)) return { ...is(refusal), refusedBy: system.refusedBy };
  switch (facts.opening.name) {
    case 'not-tried':
    case 'opening':
      return is(isMissing(facts) ? 'no-device' : 'untested');
    case 'failed':
      return failed(facts, facts.opening.error, is);
    case 'ended':
      return is('unplugged');
    case 'open':
      return open(facts, facts.opening, is);
    default:
      return unreachable(facts.opening);
  }
}

type Is = (name: FindingName) => Diagnosis;

/** How a refusal is called; null where the system refuses nothing. */
export function refusedName({
  access,
  refusedBy,
}: Pick<SystemFacts, 'access' | 'refusedBy'>): 'policy-refused' | 'system-refused' | null {
  if (access === 'restricted' || refusedBy === 'policy') return 'policy-refused';
  return access === 'denied' || refusedBy !== null ? 'system-refused' : null;
}

/** A switch that was read wrongly is not believed against the ears. */
const isHeard = (opening: Opening): boolean => opening.name === 'open' && opening.signal === 'some';

/** Where Linux has no speakers, its sound server lists a dummy, and Chromium with it. */
const isMissing = ({ kind, system, listed }: Pick<DeviceFacts, 'kind' | 'system' | 'listed'>): boolean =>
  listed === 0 || (kind === 'speaker' && system.present === 0);

/** Chromium 130 and 144: `NotReadableError` and `AbortError` are all that it says of a device that does not start. */
function failed({ kind, system, listed }: DeviceFacts, error: string, is: Is): Diagnosis {
  switch (error) {
    case 'NotAllowedError':
    case 'SecurityError':
      return is('system-refused');
    case 'NotFoundError':
    case 'OverconstrainedError':
      return is('no-device');
    case 'NotReadableError':
    case 'AbortError': {
      if (isMissing({ kind, system, listed })) return is('no-device');
      const holders = system.heldBy;
      // Where the system tells who holds it, nobody is an answer too. On a Mac several programs share a device.
      if (holders !== null) return holders.length > 0 ? { ...is('held'), holders } : is('unknown');
      return is(kind === 'speaker' ? 'unknown' : 'held');
    }
    default:
      return is('unknown');
  }
}

function open(facts: DeviceFacts, opening: Opening & { readonly name: 'open' }, is: Is): Diagnosis {
  const { kind, system } = facts;
  // Whoever plays opens nothing, and plays to nobody.
  if (kind === 'speaker' && opening.signal !== 'some' && isMissing(facts)) return is('no-device');
  // Before « nothing is heard », of which it is the cause, and which takes some seconds to be sure of.
  if (opening.signal !== 'some' && (opening.muted || isMutedOutside(system.devices, opening)))
    return is('muted');
  if (opening.signal === 'none') return is('silent');
  return is(opening.signal === 'some' ? 'working' : 'untested');
}
