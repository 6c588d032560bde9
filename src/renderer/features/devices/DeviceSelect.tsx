import { useId, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { defaultId, type Device } from '../media/device-list.ts';

type Props = {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly chosenId: string;
  readonly onChoose: (deviceId: string) => void;
};

/** One device of a kind, or whichever the system prefers. */
export function DeviceSelect({ label, devices, chosenId, onChoose }: Props): ReactNode {
  const words = useWords().shell.devices;
  const id = useId();
  const named = devices.filter((device) => device.id !== defaultId);
  const there = named.some((device) => device.id === chosenId);
  return (
    <div className="fr-select-group">
      <label className="fr-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="fr-select"
        value={there ? chosenId : ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{words.systemDefault}</option>
        {named.map((device, index) => (
          <option key={device.id} value={device.id}>
            {device.name || words.unnamed(index + 1)}
          </option>
        ))}
      </select>
    </div>
  );
}
