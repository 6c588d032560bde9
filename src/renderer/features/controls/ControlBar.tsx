import { RiGroupLine, RiMicFill, RiMicOffFill, RiVideoOffFill, RiVideoOnFill } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { DeviceKind } from '../../../shared/devices/system-facts.ts';
import type { Device } from '../media/device-list.ts';
import type { ShortcutHandler } from '../../ui/shortcuts/shortcut-listener.ts';
import { useShortcut } from '../../ui/shortcuts/Shortcuts.tsx';
import { useKeyNames } from '../../ui/shortcuts/use-key-names.ts';
import { useWords } from '../../ui/words-context.ts';
import { BarButton } from './BarButton.tsx';
import { DeviceMenu } from './DeviceMenu.tsx';
import { ShareButton } from './ShareButton.tsx';
import type { OwnTrack } from '../session/own-tracks/own-track.ts';
import { useOwnMedia, useOwnTrack, useRoomSession } from '../session/session-context.ts';
import { switchDevice } from '../session/devices/switch-device.ts';
import { usePushToTalk } from './use-push-to-talk.ts';
import { useTurnOn } from '../session/own-tracks/use-turn-on.ts';
import './control-bar.css';

/** What a button of the bar opens beside the tiles: names of `room/panels.tsx`, which lies above. */
type BarPanel = 'people';

type Props = {
  /** The panel that is open. */
  readonly panel: string | null;
  readonly onPanel: (panel: BarPanel) => void;
  readonly onLeave: () => void;
};

export function ControlBar({ panel, onPanel, onLeave }: Props): ReactNode {
  const { controls } = useWords().room;
  const session = useRoomSession();
  const { tell } = session.toasts;
  const { microphone, camera } = session.ownTracks;
  const turnOn = useTurnOn();
  const toggle = (own: OwnTrack): void => void (own.state() === 'on' ? own.turnOff() : turnOn(own));
  const shortcutOf = (own: OwnTrack): ShortcutHandler => ({
    press: () => toggle(own),
    pressBehindDialog: () => void (own.state() === 'on' && own.turnOff()),
  });
  const choose = async (kind: DeviceKind, device: Device): Promise<void> => {
    if (!(await switchDevice(session, kind, device))) tell(controls.deviceNotSwitched);
  };
  usePushToTalk(microphone, turnOn, () => tell(controls.latched));
  useShortcut('microphone', shortcutOf(microphone));
  useShortcut('camera', shortcutOf(camera));
  return (
    <footer className="control-bar" aria-label={controls.label}>
      <div className="control-bar__group">
        <MicrophoneButton own={microphone} onToggle={() => toggle(microphone)} />
        <DeviceMenu name={controls.chooseMicrophone} kinds={['microphone', 'speaker']} onChoose={choose} />
      </div>
      <div className="control-bar__group">
        <CameraButton own={camera} onToggle={() => toggle(camera)} />
        <DeviceMenu name={controls.chooseCamera} kinds={['camera']} onChoose={choose} />
      </div>
      <ShareButton />
      <BarButton
        icon={RiGroupLine}
        name={controls.people}
        label={controls.people}
        expanded={panel === 'people'}
        onClick={() => onPanel('people')}
      />
      <button type="button" className="leave-button" aria-haspopup="dialog" onClick={onLeave}>
        {controls.leave}
      </button>
    </footer>
  );
}

type OwnProps = { readonly own: OwnTrack; readonly onToggle: () => void };

function MicrophoneButton({ own, onToggle }: OwnProps): ReactNode {
  const { controls } = useWords().room;
  const state = useOwnTrack(own);
  const isMuted = useOwnMedia(own) !== null && state === 'off';
  const name = state === 'on' ? controls.mute : controls.unmute;
  const keysOf = useKeyNames();
  const keys = keysOf('microphone').join('+');
  return (
    <BarButton
      icon={state === 'on' ? RiMicFill : RiMicOffFill}
      name={name}
      tooltip={controls.withKeys(name, isMuted ? controls.talkKeys(keys, keysOf('talk').join('+')) : keys)}
      label={controls.microphoneShort}
      shortcut="microphone"
      off={state !== 'on'}
      busy={state === 'opening'}
      onClick={onToggle}
    />
  );
}

function CameraButton({ own, onToggle }: OwnProps): ReactNode {
  const { controls } = useWords().room;
  const state = useOwnTrack(own);
  const name = state === 'on' ? controls.cameraOff : controls.cameraOn;
  const keysOf = useKeyNames();
  return (
    <BarButton
      icon={state === 'on' ? RiVideoOnFill : RiVideoOffFill}
      name={name}
      tooltip={controls.withKeys(name, keysOf('camera').join('+'))}
      label={controls.cameraShort}
      shortcut="camera"
      off={state !== 'on'}
      busy={state === 'opening'}
      onClick={onToggle}
    />
  );
}
