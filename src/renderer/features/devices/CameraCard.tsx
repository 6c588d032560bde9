import { RiVideoOnLine } from '@remixicon/react';
import { useCallback, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { FindingNote } from './FindingNote.tsx';
import type { Platform } from './main-action.ts';
import { TryButton } from './TryButton.tsx';
import type { DeviceProbe } from './use-device-probe.ts';
import { useTrouble } from './use-trouble.ts';

type Props = { readonly probe: DeviceProbe; readonly platform: Platform };

export function CameraCard({ probe, platform }: Props): ReactNode {
  const { shell, devices: words } = useWords();
  const { chosen, probed, choose, retry, begin } = probe;
  const { diagnosis, track, isReplaced } = probed;
  const { trouble, isLate } = useTrouble(diagnosis, chosen);
  const devices = useDevices(track)?.camera ?? [];
  return (
    <DeviceCard
      title={shell.home.camera}
      icon={<RiVideoOnLine className="icon" aria-hidden />}
      diagnosis={trouble ?? diagnosis}
    >
      {trouble && (
        <FindingNote
          key={trouble.name}
          diagnosis={trouble}
          platform={platform}
          isLate={isLate}
          onRetry={retry}
        />
      )}
      <p role="status" className="device-card__news">
        {isReplaced && words.replaced.camera}
      </p>
      {begin && trouble === null && <TryButton label={words.tryCamera} onTry={begin} />}
      {devices.length > 0 && (
        <DeviceSelect label={words.choose.camera} devices={devices} chosen={chosen} onChoose={choose} />
      )}
      {track && (
        <div>
          <div className="device-card__preview">
            <Preview track={track} label={words.preview} />
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
