import { RiHeadphoneLine, RiMicFill, type RemixiconComponentType } from '@remixicon/react';
import { useId, useState, type ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/words-context.ts';
import { joinsWithCamera } from '../media/camera-preference.ts';
import { CameraPreview } from './CameraPreview.tsx';
import { MicrophonePreview } from './MicrophonePreview.tsx';
import { useOwnTracks } from '../session/session-context.ts';
import { usePreview } from './use-preview.ts';
import './join-mode-dialog.css';

type Props = { readonly onMicrophone: () => void; readonly onListen: () => void };

/** Asked once, over the meeting that is already there; Échap listens only. */
export function JoinModeDialog({ onMicrophone, onListen }: Props): ReactNode {
  const { howToJoin } = useWords().room;
  const navigation = useNavigation();
  const { microphone, camera } = useOwnTracks();
  const microphoneTrouble = usePreview(microphone, 'microphone', true);
  // Read once: a change made here counts from the next meeting on.
  const [wantsCamera] = useState(joinsWithCamera);
  const cameraTrouble = usePreview(camera, 'camera', wantsCamera);
  return (
    <Dialog title={howToJoin.title} onClose={onListen}>
      <div className="join-cards">
        <Card
          icon={RiMicFill}
          name={howToJoin.microphone}
          hint={howToJoin.microphoneHint}
          onChoose={onMicrophone}
        />
        <Card
          icon={RiHeadphoneLine}
          name={howToJoin.listen}
          hint={howToJoin.listenHint}
          onChoose={onListen}
        />
      </div>
      <MicrophonePreview trouble={microphoneTrouble} />
      <CameraPreview trouble={cameraTrouble} />
      <div className="join-footer">
        <button
          type="button"
          className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
          onClick={() => navigation.getState().show({ name: 'devices', trouble: null })}
        >
          {howToJoin.changeDevices}
        </button>
        <p className="room-hint">{howToJoin.escape}</p>
      </div>
    </Dialog>
  );
}

type CardProps = {
  readonly icon: RemixiconComponentType;
  readonly name: string;
  readonly hint: string;
  readonly onChoose: () => void;
};

function Card({ icon: Icon, name, hint, onChoose }: CardProps): ReactNode {
  const hintId = useId();
  return (
    <div className="join-card">
      <Icon size={32} aria-hidden />
      <button type="button" className="join-card__choose" aria-describedby={hintId} onClick={onChoose}>
        {name}
      </button>
      <p id={hintId} className="room-hint">
        {hint}
      </p>
    </div>
  );
}
