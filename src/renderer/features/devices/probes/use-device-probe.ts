import { useCallback, useEffect, useRef, useState } from 'react';
import { diagnose, type Signal } from '../../../../shared/devices/diagnose.ts';
import type { MediaKind } from '../../../../shared/calls/media.ts';
import { useBridge } from '../../../bridge-context.ts';
import { chooseDevice, chosenDevices } from '../../media/chosen-devices.ts';
import type { Device } from '../../media/device-list.ts';
import { countDevices, lookAtSystem } from '../../media/explain-device.ts';
import { followDevices } from '../../media/follow-devices.ts';
import { openCamera, openMicrophone } from '../../media/open-device.ts';
import { blackness, digitalSilence, detectSilence } from '../../media/silence-detector.ts';
import { watchPicture } from '../../media/watch-picture.ts';
import { useSystemFacts } from '../../media/use-system-facts.ts';
import { watchSound } from '../../media/watch-sound.ts';
import { useWindowSeen } from '../../../ui/use-window-seen.ts';
import { useSettingsStore } from '../../settings/settings-context.ts';
import { probeDevice, type Probed } from './device-probe.ts';

export type DeviceProbe = {
  readonly chosen: Device;
  readonly probed: Probed;
  readonly choose: (device: Device) => void;
  readonly retry: () => Promise<void>;
  /** Opens the device, where the page does not by itself; null once it did. */
  readonly begin: (() => void) | null;
};

/** Keeps the chosen device of this kind open while somebody sees the page, and says how it does. `atOnce`: unasked. */
export function useDeviceProbe(kind: MediaKind, atOnce: boolean): DeviceProbe {
  const bridge = useBridge();
  const settings = useSettingsStore();
  const [chosen, setChosen] = useState(() => chosenDevices()[kind]);
  const [outcome, setOutcome] = useState<{ readonly of: Device; readonly probed: Probed } | null>(null);
  const probe = useRef<ReturnType<typeof probeDevice>>(null);
  const [isWanted, setIsWanted] = useState(atOnce);
  const isSeen = useWindowSeen();
  const isOpen = isWanted && isSeen;
  const system = useSystemFacts(kind, !isWanted && isSeen);

  useEffect(() => {
    if (!isOpen) return undefined;
    const { values: processing } = settings.getState().settings;
    const now = probeDevice({
      kind,
      open: () =>
        kind === 'microphone'
          ? openMicrophone({ bridge, wanted: chosen, processing })
          : openCamera({ bridge, wanted: chosen }),
      look: () => lookAtSystem(kind, bridge),
      count: () => countDevices(kind, navigator.mediaDevices),
      restartSound: () => bridge.call('media:restart-sound'),
      follow: kind === 'microphone' ? followSound : followPicture,
      onPlug: followDevices,
      tell: (probed) => setOutcome({ of: chosen, probed }),
    });
    probe.current = now;
    return () => {
      now.stop();
      probe.current = null;
      setOutcome(null);
    };
  }, [bridge, settings, kind, chosen, isOpen]);

  const untried = diagnose({ kind, system, listed: null, opening: { name: 'not-tried' } });
  const probed = outcome?.of === chosen ? outcome.probed : { ...closed, system, diagnosis: untried };
  return {
    chosen,
    probed,
    choose: (device) => {
      chooseDevice(kind, device);
      setChosen({ ...device });
    },
    retry: useCallback(async () => probe.current?.retry(), []),
    begin: isWanted ? null : () => setIsWanted(true),
  };
}

const closed = { track: null, isReplaced: false };

type Follow = (track: MediaStreamTrack, tell: (signal: Signal) => void) => () => void;

const followSound: Follow = (track, tell) => {
  const signal = detectSilence();
  return watchSound(track, ({ peak }) => tell(signal(peak > digitalSilence, performance.now())));
};

const followPicture: Follow = (track, tell) => {
  const signal = detectSilence();
  return watchPicture(track, (brightest) => tell(signal(brightest > blackness, performance.now())));
};
