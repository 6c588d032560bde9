import { RiArrowUpSLine } from '@remixicon/react';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import { defaultId, type Device } from '../media/device-list.ts';
import { useDevices } from '../media/use-devices.ts';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { useDismiss } from '../../ui/use-dismiss.ts';
import { useWords } from '../../ui/words-context.ts';
import { useDeviceInUse } from './use-device-in-use.ts';

type Props = {
  readonly name: string;
  readonly kinds: readonly DeviceKind[];
  readonly onChoose: (kind: DeviceKind, device: Device) => Promise<void>;
};

/** The ▾ beside a button of the bar: which device, from those plugged in. */
export function DeviceMenu({ name, kinds, onChoose }: Props): ReactNode {
  const { controls } = useWords().room;
  const navigation = useNavigation();
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  useDismiss(ref, open, () => {
    setOpen(false);
    opener.current?.focus();
  });
  return (
    <div ref={ref} className="device-menu">
      <button
        ref={opener}
        type="button"
        className="bar-button bar-button--narrow"
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        <RiArrowUpSLine size={20} aria-hidden />
        <span className="room-tooltip" aria-hidden>
          {name}
        </span>
      </button>
      {open && (
        <div id={menuId} className="device-menu__list" role="group" aria-label={name}>
          {kinds.map((kind) => (
            <DeviceChoice key={kind} kind={kind} onChoose={onChoose} />
          ))}
          <button
            type="button"
            className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
            onClick={() => {
              setOpen(false);
              navigation.getState().show({ name: 'devices', trouble: null });
            }}
          >
            {controls.allDevices}
          </button>
        </div>
      )}
    </div>
  );
}

function DeviceChoice({
  kind,
  onChoose,
}: {
  readonly kind: DeviceKind;
  readonly onChoose: Props['onChoose'];
}): ReactNode {
  const { controls } = useWords().room;
  const group = useId();
  const [switching, setSwitching] = useState<Device | null>(null);
  const [switches, setSwitches] = useState(0);
  const listed = useDevices()?.[kind] ?? null;
  const devices = listed ?? [];
  const inUse = useDeviceInUse(kind, devices, switches);
  const ticked = switching ?? inUse;
  const titles = { microphone: controls.microphones, camera: controls.cameras, speaker: controls.speakers };
  return (
    <fieldset className="device-menu__group">
      <legend>{titles[kind]}</legend>
      {listed?.length === 0 && <p className="room-hint">{controls.noDevice}</p>}
      {devices.map((device) => (
        <label key={device.id} className="device-menu__device">
          <input
            type="radio"
            name={group}
            checked={device.id === ticked?.id}
            onChange={() => {
              setSwitching(device);
              void onChoose(kind, device).finally(() => {
                // The user may have clicked another one in the meantime.
                setSwitching((latest) => (latest === device ? null : latest));
                setSwitches((times) => times + 1);
              });
            }}
          />
          <span>
            {device.name || (device.id === defaultId ? controls.systemDefault : controls.unnamedDevice)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
