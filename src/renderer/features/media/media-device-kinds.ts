import type { DeviceKind } from '../../../shared/devices/system-facts.ts';

/** The kinds of the Media Capture specification, by ours. */
export const mediaDeviceKinds = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
} as const satisfies Record<DeviceKind, MediaDeviceKind>;
