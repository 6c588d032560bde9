import { RiArrowRightLine, RiCheckboxCircleFill, RiErrorWarningFill } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { useWords } from '../../ui/words-context.ts';
import { chosenDevices } from '../media/chosen-devices.ts';
import { defaultId, deviceInUse, type Device } from '../media/device-list.ts';
import { isTrouble } from '../media/describe-diagnosis.ts';
import { useDevices } from '../media/use-devices.ts';
import { useDiagnosis } from '../media/use-diagnosis.ts';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';

/** Which devices a meeting would use, and what is in their way, without opening any. */
export function YourDevices(): ReactNode {
  const { home } = useWords().shell;
  const navigation = useNavigation();
  const devices = useDevices();
  const diagnoses = { microphone: useDiagnosis('microphone'), camera: useDiagnosis('camera'), speaker: null };
  const chosen = chosenDevices();
  // Without a camera one can be in a meeting; without a microphone one is not heard.
  const trouble = diagnoses.microphone && isTrouble(diagnoses.microphone) ? diagnoses.microphone : null;
  return (
    <section className="card">
      <h2 className="card__title">{home.devices}</h2>
      <ul className="plain-list home__devices">
        {(['microphone', 'camera', 'speaker'] as const).map((kind) => (
          <li key={kind}>
            {devices && (
              <DeviceLine
                name={home[kind]}
                device={deviceInUse(devices[kind], chosen[kind])}
                diagnosis={diagnoses[kind]}
              />
            )}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="fr-link home__activate"
        onClick={() => navigation.getState().show({ name: 'devices', trouble })}
      >
        {home.activateDevices}
        <RiArrowRightLine className="icon" size={16} aria-hidden />
      </button>
    </section>
  );
}

type LineProps = {
  readonly name: string;
  readonly device: Device | undefined;
  readonly diagnosis: Diagnosis | null;
};

function DeviceLine({ name, device, diagnosis }: LineProps): ReactNode {
  const words = useWords();
  const { home } = words.shell;
  const unnamed = ({ id }: Device): string => (id === defaultId ? words.devices.systemDefault : home.found);
  const isRefused = diagnosis?.name === 'system-refused' || diagnosis?.name === 'policy-refused';
  const isFine = device !== undefined && !isRefused;
  const Icon = isFine ? RiCheckboxCircleFill : RiErrorWarningFill;
  const refused = diagnosis?.name === 'policy-refused' ? home.refusedByPolicy : home.refused;
  return (
    <>
      <Icon className={isFine ? 'icon home__found' : 'icon home__missing'} size={20} aria-hidden />
      <span className="home__device-kind">{name}</span>
      <span className={isFine ? 'home__device-name' : 'home__device-trouble'}>
        {isRefused ? refused : device ? device.name || unnamed(device) : home.missing}
      </span>
    </>
  );
}
