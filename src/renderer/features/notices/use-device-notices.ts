import { useState } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useRoomSession } from '../session/session-context.ts';
import { useHeadsetOffer, type HeadsetOffer } from './use-headset-offer.ts';
import { useLingering } from './use-lingering.ts';
import { useLostDevices } from './use-lost-devices.ts';
import { useSoundProcessing } from '../session/devices/use-sound-processing.ts';
import { useOwnVoice, type OwnVoice } from './use-own-voice.ts';

/** Ms in which one reads that one speaks with the microphone off, after the last word. */
const lingersMs = 5000;

/** What a meeting has to say about one's own microphone and headset. */
export type DeviceNotices = {
  readonly microphoneLost: boolean;
  readonly dismissLost: () => void;
  readonly voice: OwnVoice;
  /** Whoever has muted it themselves, on the headset, knows: nothing more is said until something was heard. */
  readonly dismissUnheard: () => void;
  readonly headset: HeadsetOffer;
};

export function useDeviceNotices(): DeviceNotices {
  const { tell } = useRoomSession().toasts;
  const { controls } = useWords().room;
  useSoundProcessing();
  const { microphoneLost, dismiss } = useLostDevices(tell);
  const voice = useOwnVoice();
  const [knowsUnheard, setKnowsUnheard] = useState(false);
  // Adjusted while rendering, as React advises for what follows from a change of something else.
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
