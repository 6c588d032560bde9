import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { deviceInUse, type Device } from '../media/device-list.ts';
import { LevelBar } from '../media/LevelMeter.tsx';
import { findHeard } from './find-heard.ts';
import { isWireless } from './is-wireless.ts';
import { meterMicrophones, type Levels } from './meter-microphones.ts';

type Props = {
  readonly devices: readonly Device[];
  readonly chosen: Device;
  readonly onChoose: (device: Device) => void;
  /** The page may open devices; without, each has a name and no meter. */
  readonly isOpen: boolean;
};

/** All microphones, each with what it hears now; the one that hears its owner is marked. */
export function MicrophoneList({ devices, chosen, onChoose, isOpen }: Props): ReactNode {
  const { devices: words } = useWords();
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const group = useId();
  const metered = useMemo(
    () => (isOpen ? devices.filter(({ id, name }) => !isWireless(name) || wanted.has(id)) : []),
    [devices, isOpen, wanted],
  );
  const levels = useLevels(metered);
  const inUse = deviceInUse(devices, chosen);
  const recent = new Map([...levels].map(([id, level]) => [id, level.recent]));
  const heard = findHeard(recent, inUse?.id ?? '');
  const nameOf = (device: Device, rank: number): string =>
    device.name || (device.id === 'default' ? words.systemDefault : words.unnamed(rank + 1));
  return (
    <fieldset className="microphones">
      <legend className="fr-label">{words.choose.microphone}</legend>
      {devices.map((device, rank) => (
        <div key={device.id} className="microphone">
          <label className="microphone__name">
            <input
              type="radio"
              name={group}
              checked={device.id === inUse?.id}
              onChange={() => onChoose(device)}
            />
            <span>{nameOf(device, rank)}</span>
          </label>
          {metered.includes(device) ? (
            <LevelBar
              level={levels.get(device.id)?.now ?? 0}
              label={words.meter.labelOf(nameOf(device, rank))}
            />
          ) : (
            isOpen && (
              <button
                type="button"
                className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
                title={words.bluetoothHint}
                onClick={() => setWanted(new Set([...wanted, device.id]))}
              >
                {words.bluetooth(nameOf(device, rank))}
              </button>
            )
          )}
          <div role="status" className="microphone__heard">
            {heard === device.id && <p>{words.hearsYou}</p>}
          </div>
          {heard === device.id && device.id !== inUse?.id && (
            <button type="button" className="fr-btn fr-btn--sm" onClick={() => onChoose(device)}>
              {words.useThis}
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}

function useLevels(microphones: readonly Device[]): Levels {
  const [levels, setLevels] = useState<Levels>(new Map());
  useEffect(() => {
    if (microphones.length === 0) return undefined;
    const stop = meterMicrophones(microphones, setLevels);
    return () => {
      stop();
      setLevels(new Map());
    };
  }, [microphones]);
  return levels;
}
