import { useEffect, useId, useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import type { Device } from '../media/device-list.ts';
import { LevelBar, type BarLevel } from '../media/LevelMeter.tsx';
import { findLoudestMicrophone } from './probes/loudest-microphone.ts';
import { isWireless } from './is-wireless.ts';
import { meterMicrophones, type Meter, type Meters } from './probes/meter-microphones.ts';

type Props = {
  readonly devices: readonly Device[];
  /** The one that is open, or will be; undefined where nobody can tell. */
  readonly inUse: Device | undefined;
  readonly onChoose: (device: Device) => void;
  /** The page may open devices; without, each has a name and no meter. */
  readonly isOpen: boolean;
};

/** All microphones, each with what it hears now; the one that hears its owner is marked. */
export function MicrophoneList({ devices, inUse, onChoose, isOpen }: Props): ReactNode {
  const { devices: words } = useWords();
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const group = useId();
  const usedId = inUse?.id;
  const metered = isOpen
    ? devices.filter(({ id, name }) => !isWireless(name) || id === usedId || wanted.has(id))
    : [];
  const meters = useMeters(metered.map(({ id }) => id));
  const recent = new Map(
    [...meters].flatMap(([id, meter]) => (typeof meter === 'object' ? [[id, meter.recent]] : [])),
  );
  const heard = findLoudestMicrophone(recent, inUse?.id ?? '');
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
              level={barOf(meters.get(device.id))}
              label={words.meter.labelOf(nameOf(device, rank))}
            />
          ) : (
            isOpen && (
              <div>
                <button
                  type="button"
                  className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
                  onClick={() => setWanted(new Set([...wanted, device.id]))}
                >
                  {words.bluetooth(nameOf(device, rank))}
                </button>
                <p className="fr-hint-text">{words.bluetoothHint}</p>
              </div>
            )
          )}
          {isOpen && device.id === usedId && isWireless(device.name) && (
            <p className="fr-hint-text">{words.wireless}</p>
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

const barOf = (meter: Meter | undefined): BarLevel =>
  typeof meter === 'object' ? meter.now : (meter ?? 'waiting');

function useMeters(ids: readonly string[]): Meters {
  const [meters, setMeters] = useState<Meters>(new Map());
  // The list is made anew whenever something is drawn; the microphones are opened anew when others are in it.
  const listed = JSON.stringify(ids);
  useEffect(() => {
    const microphones = JSON.parse(listed) as string[];
    if (microphones.length === 0) return undefined;
    const stop = meterMicrophones(microphones, setMeters);
    return () => {
      stop();
      setMeters(new Map());
    };
  }, [listed]);
  return meters;
}
