import { RiArrowRightLine, RiCheckboxCircleFill, RiErrorWarningFill } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { defaultId, deviceInUse, type Device } from '../media/device-list.ts';
import { useDevices } from '../media/use-devices.ts';
import { useMeetingStore } from '../meeting/meeting-context.ts';

/** Which devices a meeting would use, without opening any. */
export function YourDevices(): ReactNode {
  const { home } = useWords().shell;
  const meeting = useMeetingStore();
  const devices = useDevices();
  const chosen = chosenDevices();
  return (
    <section className="card">
      <h2 className="card__title">{home.devices}</h2>
      <ul className="plain-list home__devices">
        {(['microphone', 'camera', 'speaker'] as const).map((kind) => (
          <li key={kind}>
            {devices && <DeviceLine name={home[kind]} device={deviceInUse(devices[kind], chosen[kind])} />}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="fr-link home__activate"
        onClick={() => meeting.getState().show({ name: 'devices', trouble: null })}
      >
        {home.activateDevices}
        <RiArrowRightLine className="icon" size={16} aria-hidden />
      </button>
    </section>
  );
}

type LineProps = { readonly name: string; readonly device: Device | undefined };

function DeviceLine({ name, device }: LineProps): ReactNode {
  const { shell, devices } = useWords();
  const { home } = shell;
  const unnamed = ({ id }: Device): string => (id === defaultId ? devices.systemDefault : home.found);
  const Icon = device ? RiCheckboxCircleFill : RiErrorWarningFill;
  return (
    <>
      <Icon className={device ? 'icon home__found' : 'icon home__missing'} size={20} aria-hidden />
      <span className="home__device-kind">{name}</span>
      <span className="home__device-name">{device ? device.name || unnamed(device) : home.missing}</span>
    </>
  );
}
