import type { Device, DeviceList } from '../media/device-list.ts';

/** What was plugged in since: a headset is both. */
export type Offer = { readonly microphone: Device | null; readonly speaker: Device | null };

const isNamed = ({ name }: Device): boolean => name !== '';
const isIn = (list: readonly Device[], { id }: Device): boolean => list.some((each) => each.id === id);

/** The devices of `now` that were not there `before`; null if there is none. Cameras are not worth an interruption. */
export function newlyPlugged(before: DeviceList, now: DeviceList): Offer | null {
  const fresh = (kind: 'microphone' | 'speaker'): Device | null =>
    now[kind].find((device) => isNamed(device) && !isIn(before[kind], device)) ?? null;
  const offer = { microphone: fresh('microphone'), speaker: fresh('speaker') };
  return offer.microphone || offer.speaker ? offer : null;
}

/** What was there before and still is: something that goes and comes back is new again. */
export function stillThere(before: DeviceList, now: DeviceList): DeviceList {
  const kept = (kind: keyof DeviceList): readonly Device[] =>
    before[kind].filter((device) => isIn(now[kind], device));
  return { microphone: kept('microphone'), camera: kept('camera'), speaker: kept('speaker') };
}
