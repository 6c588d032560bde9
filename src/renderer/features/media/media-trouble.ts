import type { DeviceFailureCode } from '../../../shared/failure.ts';
import type { MediaAccess } from '../../../shared/ipc.ts';

const codes: ReadonlyMap<string, DeviceFailureCode> = new Map([
  ['NotAllowedError', 'device-refused'],
  ['SecurityError', 'device-refused'],
  ['NotFoundError', 'device-missing'],
  // Only an exact deviceId can be asked too much of here: the chosen device is gone.
  ['OverconstrainedError', 'device-missing'],
  // Chromium 130: TRACK_START_FAILURE and DEVICE_IN_USE; on Windows nearly always another program that holds the device.
  ['NotReadableError', 'device-busy'],
]);

/** Why `getUserMedia` rejected. `access` is what the system says of its own switch for this kind of device. */
export function explainMediaError(error: unknown, access: MediaAccess): DeviceFailureCode {
  // Windows hides a forbidden device (NotFoundError) or fails to start it (NotReadableError): the switch tells the truth.
  if (access === 'denied' || access === 'restricted') return 'device-refused';
  return (error instanceof Error && codes.get(error.name)) || 'device-failed';
}

/** Whether only this device is gone, so that another one may still open. */
export const isGone = (error: unknown): boolean =>
  error instanceof Error && codes.get(error.name) === 'device-missing';
