import { RiVideoOnLine } from '@remixicon/react';
import { useCallback, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { findOpen } from '../media/device-list.ts';
import { openedAs } from '../media/opened-as.ts';
import { useDevices } from '../media/use-devices.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import type { DeviceProbe } from './probes/use-device-probe.ts';

type Props = { readonly probe: DeviceProbe };

export function CameraCard({ probe }: Props): ReactNode {
  const { shell, devices: words } = useWords();
  const { chosen, probed, choose, retry, begin } = probe;
  const { diagnosis, track, isReplaced } = probed;
  const devices = useDevices(track)?.camera ?? [];
  return (
    <DeviceCard
      title={shell.home.camera}
      icon={<RiVideoOnLine className="icon" aria-hidden />}
      diagnosis={diagnosis}
      chosen={chosen}
      onRetry={retry}
      news={isReplaced ? words.replaced.camera : null}
      offer={begin && { label: words.tryCamera, run: begin }}
    >
      {devices.length > 0 && (
        <DeviceSelect
          label={words.choose.camera}
          devices={devices}
          chosen={chosen}
          open={track ? findOpen(devices, openedAs(track), null) : undefined}
          onChoose={choose}
        />
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
