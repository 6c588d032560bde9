import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import type { DeviceTroubles, Told } from '../../../shared/words/fr/device-troubles.ts';

/** The sentences that describe a diagnosis; null if there is no trouble. */
export function describeDiagnosis(
  { kind, name, refusedBy, holders }: Diagnosis,
  troubles: Readonly<Record<DeviceKind, DeviceTroubles>>,
): Told | null {
  const words = troubles[kind];
  switch (name) {
    case 'untested':
    case 'working':
      return null;
    case 'held':
      return words.held(holders);
    case 'system-refused':
      return words['system-refused'][refusedBy === null || refusedBy === 'policy' ? 'unnamed' : refusedBy];
    default:
      return words[name];
  }
}

/** Whether something is in the way. */
export const isTrouble = ({ name }: Diagnosis): boolean => name !== 'untested' && name !== 'working';
