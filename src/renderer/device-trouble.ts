import type { DeviceFailureCode } from '../shared/failure.ts';
import type { MediaKind } from '../shared/ipc.ts';

/** Which device does not open, and why; its sentences are in `words`. */
export type DeviceTrouble = { readonly kind: MediaKind; readonly code: DeviceFailureCode };
