import { useId, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { defaultId, findChosen, type Device } from '../media/device-list.ts';

type Props = {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly chosen: Device;
  /** The one that is open, where it is not what was chosen: back in its socket, it is not used again by itself. */
  readonly open?: Device | undefined;
  readonly onChoose: (device: Device) => void;
};

/** One device of a kind, or whichever the system prefers. */
export function DeviceSelect({ label, devices, chosen, open, onChoose }: Props): ReactNode {
  const { devices: words } = useWords();
  const id = useId();
  const named = devices.filter((device) => device.id !== defaultId);
  const wished = findChosen(named, chosen);
  const shown = wished && open ? open : wished;
  return (
    <div className="fr-select-group">
      <label className="fr-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="fr-select"
        value={shown?.id ?? ''}
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
