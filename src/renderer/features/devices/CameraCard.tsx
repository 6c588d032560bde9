import { RiVideoOnLine } from '@remixicon/react';
import { useCallback, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { TroubleNote, type Platform } from './TroubleNote.tsx';
import { useOpenedDevice } from './use-opened-device.ts';

export function CameraCard({ platform }: { readonly platform: Platform }): ReactNode {
  const { home, devices: words } = useWords().shell;
  const { chosenId, opened, choose, retry } = useOpenedDevice('camera');
  const track = opened.name === 'open' ? opened.track : null;
  const devices = useDevices(track)?.camera ?? [];
  const state = ({ opening: 'pending', open: 'works', trouble: 'to-mend' } as const)[opened.name];
  return (
    <DeviceCard title={home.camera} icon={<RiVideoOnLine className="icon" aria-hidden />} state={state}>
      {opened.name === 'trouble' && (
        <TroubleNote trouble={opened.trouble} platform={platform} onRetry={retry} />
      )}
      <DeviceSelect label={words.chooseCamera} devices={devices} chosenId={chosenId} onChoose={choose} />
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
