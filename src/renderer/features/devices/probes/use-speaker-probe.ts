import { useState } from 'react';
import { diagnose, type Diagnosis, type Opening } from '../../../../shared/devices/diagnose.ts';
import type { SystemFacts } from '../../../../shared/devices/system-facts.ts';
import { useWindowSeen } from '../../../ui/use-window-seen.ts';
import { chooseDevice, chosenDevices } from '../../media/chosen-devices.ts';
import { deviceInUse, type Device } from '../../media/device-list.ts';
import { failedBy } from '../../media/explain-device.ts';
import { useDevices } from '../../media/use-devices.ts';
import { playTestSound } from './play-test-sound.ts';
import { useSystemFacts } from '../../media/use-system-facts.ts';

/** `asked`: three notes were played, and only a person can say whether they were heard. */
type Test = 'none' | 'playing' | 'asked' | 'heard' | 'unheard' | { readonly failed: Opening };

export type SpeakerProbe = {
  readonly devices: readonly Device[];
  readonly chosen: Device;
  readonly diagnosis: Diagnosis;
  readonly system: SystemFacts;
  readonly test: Test;
  readonly choose: (device: Device) => void;
  readonly play: () => Promise<void>;
  readonly answer: (heard: boolean) => void;
};

/** The chosen speakers: what the system says of them, and what their owner hears. */
export function useSpeakerProbe(): SpeakerProbe {
  const listed = useDevices()?.speaker ?? null;
  const [chosen, setChosen] = useState(() => chosenDevices().speaker);
  const [test, setTest] = useState<Test>('none');
  const system = useSystemFacts('speaker', useWindowSeen());
  const inUse = listed === null ? undefined : deviceInUse(listed, chosen);
  const opening = openingOf(test, inUse ?? { id: '', name: '' });

  const play = async (): Promise<void> => {
    setTest('playing');
    try {
      await playTestSound(inUse?.id ?? '');
      setTest('asked');
    } catch (error) {
      setTest({ failed: failedBy(error) });
    }
  };

  return {
    devices: listed ?? [],
    chosen,
    diagnosis: diagnose({ kind: 'speaker', system, listed: listed?.length ?? null, opening }),
    system,
    test,
    choose: (device) => {
      chooseDevice('speaker', device);
      setChosen({ ...device });
      setTest('none');
    },
    play,
    answer: (heard) => setTest(heard ? 'heard' : 'unheard'),
  };
}

function openingOf(test: Test, { id, name: label }: Device): Opening {
  if (typeof test === 'object') return test.failed;
  const signal = (
    { none: 'not-yet', playing: 'not-yet', asked: 'not-yet', heard: 'some', unheard: 'none' } as const
  )[test];
  // Before the test too: a system that is muted says so by itself.
  return { name: 'open', id, label, muted: false, signal };
}
