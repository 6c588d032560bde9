import { diagnose, type Diagnosis, type Opening } from '../../../shared/devices/diagnose.ts';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import type { Bridge } from '../../bridge.ts';
import { mediaDeviceKinds } from './media-device-kinds.ts';

/** What the browser lists without opening anything. */
export type Listing = Pick<MediaDevices, 'enumerateDevices'>;

/** What the system says of a kind of device; that it tells nothing, where it cannot be asked. */
export async function lookAtSystem(kind: DeviceKind, bridge: Pick<Bridge, 'call'>): Promise<SystemFacts> {
  const answer = await bridge.call('media:look', kind);
  return answer.ok ? answer.value : nothingTold;
}

/** How many of the kind there are; null if the browser does not tell. */
export async function countDevices(kind: DeviceKind, listing: Listing): Promise<number | null> {
  try {
    const all = await listing.enumerateDevices();
    return all.filter((device) => device.kind === mediaDeviceKinds[kind]).length;
  } catch {
    return null;
  }
}

/** Asks the system and the browser, and names the cause of what happened. */
export async function explainDevice(
  kind: DeviceKind,
  opening: Opening,
  bridge: Pick<Bridge, 'call'>,
  listing: Listing = navigator.mediaDevices,
): Promise<Diagnosis> {
  const [system, listed] = await Promise.all([lookAtSystem(kind, bridge), countDevices(kind, listing)]);
  return diagnose({ kind, system, listed, opening });
}

/** As `diagnose` takes what `getUserMedia` or a player threw. */
export const failedBy = (error: unknown): Opening => ({
  name: 'failed',
  error: error instanceof Error ? error.name : 'unknown',
});
