import { RiCheckLine, RiCloseLine, RiErrorWarningLine, type RemixiconComponentType } from '@remixicon/react';
import { useEffect, useState, type ReactNode } from 'react';
import { refusedName } from '../../../shared/devices/diagnose.ts';
import { nothingTold, type DeviceKind, type SystemFacts } from '../../../shared/devices/system-facts.ts';
import type { DevicesWords } from '../../../shared/words/fr/devices.ts';
import { useBridge } from '../../bridge-context.ts';
import { usePlatform, type Platform } from '../../platform-context.ts';
import { useWindowSeen } from '../../ui/use-window-seen.ts';
import { useWords } from '../../ui/words-context.ts';
import { lookEveryMs } from '../media/use-system-facts.ts';
import { useOpenSettings } from './use-open-settings.ts';

type Props = {
  readonly systems: Readonly<Record<DeviceKind, SystemFacts>>;
};

type Line = { readonly state: 'fine' | 'warning' | 'wrong' | 'waiting'; readonly text: string };

const icons: Readonly<Record<Exclude<Line['state'], 'waiting'>, RemixiconComponentType>> = {
  fine: RiCheckLine,
  warning: RiErrorWarningLine,
  wrong: RiCloseLine,
};

/** « Autorisations du système »: what the system allows, as it says it by itself. */
export function SystemAccess({ systems }: Props): ReactNode {
  const { access: words } = useWords().devices;
  const { can } = usePlatform();
  const screen = useScreenAccess();
  const { microphone, camera } = systems;
  // Once access is granted, how to come to its page is nothing to read any more.
  const { open, told } = useOpenSettings(`${microphone.access} ${camera.access} ${screen}`);
  const { soundServer } = microphone;
  return (
    <section className="card device-card">
      <h3 className="card__title">{words.title}</h3>
      <ul className="plain-list checklist">
        {(['microphone', 'camera'] as const).map((kind) => (
          <li key={kind}>
            <CheckLine name={words.names[kind]} line={lineOf(systems[kind], can, words)} />
            {can.openSystemSettings && (
              <SettingsLink name={words.names[kind]} onOpen={() => void open(kind)} />
            )}
          </li>
        ))}
        {screen !== 'unknown' && (
          <li>
            <CheckLine name={words.screen} line={lineOf({ access: screen, refusedBy: null }, can, words)} />
            <SettingsLink name={words.screen} onOpen={() => void open('screen')} />
          </li>
        )}
        {soundServer !== null && (
          <li>
            <CheckLine
              name={words.soundServer}
              line={{
                state: soundServer === 'none' ? 'wrong' : 'fine',
                text: words.soundServers[soundServer],
              }}
            />
          </li>
        )}
      </ul>
      <p role="status" className="announcement">
        {told}
      </p>
    </section>
  );
}

type Told = Pick<SystemFacts, 'access' | 'refusedBy'>;

function lineOf(system: Told, can: Platform['can'], words: DevicesWords['access']): Line {
  if (system === nothingTold) return { state: 'waiting', text: words.waiting };
  const refusal = refusedName(system);
  if (refusal === 'policy-refused') return { state: 'wrong', text: words.policy };
  if (refusal !== null) return { state: 'wrong', text: words.refused };
  if (system.access === 'undecided') return { state: 'warning', text: words.undecided };
  if (system.access === 'granted') return { state: 'fine', text: words.granted };
  return can.openSystemSettings
    ? { state: 'warning', text: words.untold }
    : { state: 'fine', text: words.noSwitch };
}

type LinkProps = { readonly name: string; readonly onOpen: () => void };

function SettingsLink({ name, onOpen }: LinkProps): ReactNode {
  const { access: words } = useWords().devices;
  return (
    <button type="button" className="fr-link" aria-label={words.settingsOf(name)} onClick={onOpen}>
      {words.settings}
    </button>
  );
}

/** Whether the screen may be shared, looked at as often as the devices; `unknown` where nothing is in its way. */
function useScreenAccess(): SystemFacts['access'] {
  const bridge = useBridge();
  const isSeen = useWindowSeen();
  const [access, setAccess] = useState<SystemFacts['access']>('unknown');
  useEffect(() => {
    if (!isSeen) return undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const told = await bridge.call('media:look-at-screen');
      if (!isOver && told.ok) setAccess(told.value);
    };
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [bridge, isSeen]);
  return access;
}

function CheckLine({ name, line }: { readonly name: string; readonly line: Line }): ReactNode {
  const Icon = line.state === 'waiting' ? null : icons[line.state];
  return (
    <>
      {Icon && (
        <Icon className={`icon checklist__icon checklist__icon--${line.state}`} size={20} aria-hidden />
      )}
      <span className="checklist__name">{name}</span>
      <span className="checklist__text">{line.text}</span>
    </>
  );
}
