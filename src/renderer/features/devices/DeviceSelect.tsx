import { useId, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { defaultId, findChosen, type Device } from '../media/device-list.ts';

type Props = {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly chosen: Device;
  readonly onChoose: (device: Device) => void;
};

/** One device of a kind, or whichever the system prefers. */
export function DeviceSelect({ label, devices, chosen, onChoose }: Props): ReactNode {
  const { devices: words } = useWords();
  const id = useId();
  const named = devices.filter((device) => device.id !== defaultId);
  return (
    <div className="fr-select-group">
      <label className="fr-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="fr-select"
        value={findChosen(named, chosen)?.id ?? ''}
        onChange={({ target }) =>
          onChoose(named.find((device) => device.id === target.value) ?? { id: '', name: '' })
        }
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
