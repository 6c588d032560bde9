import { RiVideoOnLine } from '@remixicon/react';
import { useCallback, useState, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { chooseDevice, chosenDevices } from '../media/chosen-devices.ts';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { TroubleNote, type Platform } from './TroubleNote.tsx';
import { useOpenedDevice } from './use-opened-device.ts';

export function CameraCard({ platform }: { readonly platform: Platform }): ReactNode {
  const { home, devices: words } = useWords().shell;
  const [chosenId, setChosenId] = useState(() => chosenDevices().camera);
  const { opened, retry } = useOpenedDevice('camera', chosenId);
  const track = opened.name === 'open' ? opened.track : null;
  const devices = useDevices(track)?.camera ?? [];
  const state = ({ opening: 'pending', open: 'works', trouble: 'to-mend' } as const)[opened.name];
  return (
    <DeviceCard title={home.camera} icon={<RiVideoOnLine className="icon" aria-hidden />} state={state}>
      {opened.name === 'trouble' && (
        <TroubleNote trouble={opened.trouble} platform={platform} onRetry={retry} />
      )}
      <DeviceSelect
        label={words.chooseCamera}
        devices={devices}
        chosenId={chosenId}
        onChoose={(id) => {
          chooseDevice('camera', id);
          setChosenId(id);
        }}
      />
      {opened.name !== 'trouble' && (
        <div>
          <div className="device-card__preview">
            {track && <Preview track={track} label={words.preview} />}
          </div>
          <p className="fr-hint-text device-card__hint">{words.previewHint}</p>
        </div>
      )}
    </DeviceCard>
  );
}

function Preview({ track, label }: { readonly track: MediaStreamTrack; readonly label: string }): ReactNode {
  const show = useCallback(
    (video: HTMLVideoElement | null) => {
      // A stream is no attribute that React could write.
      if (video) video.srcObject = new MediaStream([track]);
    },
    [track],
  );
  return <video ref={show} aria-label={label} autoPlay muted playsInline disablePictureInPicture />;
}
