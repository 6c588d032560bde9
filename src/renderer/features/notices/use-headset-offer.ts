import { useState } from 'react';
import type { DeviceList } from '../media/device-list.ts';
import { useDevices } from '../media/use-devices.ts';
import { newlyPlugged, stillThere, type Offer } from './newly-plugged.ts';
import { useRoomSession } from '../session/session-context.ts';
import { switchDevice } from '../session/devices/switch-device.ts';

export type HeadsetOffer = {
  /** What was plugged in during the meeting; null when nothing was, or the user has decided. */
  readonly offer: Offer | null;
  readonly accept: () => Promise<void>;
  readonly decline: () => void;
};

/** A headset that is plugged in during a meeting is offered, not forced. `onFailed`: it does not open. */
export function useHeadsetOffer(onFailed: () => void): HeadsetOffer {
  const session = useRoomSession();
  const devices = useDevices();
  const [known, setKnown] = useState<DeviceList | null>(null);
  // State that depends on other state is adjusted while rendering, as React advises.
  if (devices && !known) setKnown(devices);
  else if (devices && known && hasLost(known, devices)) setKnown(stillThere(known, devices));
  const offer = devices && known ? newlyPlugged(known, devices) : null;
  const decline = (): void => setKnown(devices);
  return {
    offer,
    decline,
    async accept() {
      decline();
      const switched = [
        offer?.microphone ? await switchDevice(session, 'microphone', offer.microphone) : true,
        offer?.speaker ? await switchDevice(session, 'speaker', offer.speaker) : true,
      ];
      if (switched.includes(false)) onFailed();
    },
  };
}

const hasLost = (known: DeviceList, now: DeviceList): boolean => {
  const kept = stillThere(known, now);
  return (['microphone', 'camera', 'speaker'] as const).some(
    (kind) => kept[kind].length < known[kind].length,
  );
};
