import { useState } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useRoomSession } from '../session/session-context.ts';
import { useHeadsetOffer, type HeadsetOffer } from './use-headset-offer.ts';
import { useLingering } from './use-lingering.ts';
import { useLostDevices } from './use-lost-devices.ts';
import { useOwnVoice, type OwnVoice } from './use-own-voice.ts';

/** Ms that « your microphone is off » stays after the last word, so that it can be read. */
const lingersMs = 5000;

/** What a meeting has to say about one's own microphone and headset. */
export type DeviceNotices = {
  readonly microphoneLost: boolean;
  readonly dismissLost: () => void;
  readonly voice: OwnVoice;
  /** Users who muted it themselves, on the headset, know: nothing more is said until something has been heard. */
  readonly dismissUnheard: () => void;
  readonly headset: HeadsetOffer;
};

export function useDeviceNotices(): DeviceNotices {
  const { tell } = useRoomSession().toasts;
  const { controls } = useWords().room;
  const { microphoneLost, dismiss } = useLostDevices(tell);
  const voice = useOwnVoice();
  const [knowsUnheard, setKnowsUnheard] = useState(false);
  // State that depends on other state is adjusted while rendering, as React advises.
  if (knowsUnheard && voice !== 'unheard') setKnowsUnheard(false);
  const shown = voice === 'unheard' && knowsUnheard ? null : voice;
  const speakingMuted = useLingering(voice === 'speaking-muted' ? voice : null, lingersMs);
  const headset = useHeadsetOffer(() => tell(controls.deviceNotSwitched));
  return {
    microphoneLost,
    dismissLost: dismiss,
    voice: shown ?? speakingMuted,
    dismissUnheard: () => setKnowsUnheard(true),
    headset,
  };
}
