import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { useNavigation } from '../../ui/navigation/navigation-context.ts';
import { useWords } from '../../ui/words-context.ts';
import { rememberCamera } from '../media/camera-preference.ts';
import { PreviewTrouble } from './PreviewTrouble.tsx';
import { useOwnMedia, useOwnTrack, useOwnTracks } from '../session/session-context.ts';

/** The camera is off until its owner turns it on, and then seen by its owner first. */
export function CameraPreview({ trouble }: { readonly trouble: Diagnosis | null }): ReactNode {
  const { howToJoin } = useWords().room;
  const { camera } = useOwnTracks();
  const navigation = useNavigation();
  const state = useOwnTrack(camera);
  const media = useOwnMedia(camera);
  const switchId = useId();
  const change = async (on: boolean): Promise<void> => {
    rememberCamera(on);
    if (!on) return camera.release();
    const prepared = await camera.prepare();
    if (!prepared.ok && typeof prepared.error !== 'string')
      navigation.getState().show({ name: 'devices', trouble: prepared.error });
  };
  return (
    <div className="join-camera">
      <label className="join-switch" htmlFor={switchId}>
        <input
          id={switchId}
          type="checkbox"
          role="switch"
          checked={state !== 'off'}
          aria-checked={state !== 'off'}
          onChange={(event) => void change(event.target.checked)}
        />
        <span>{howToJoin.cameraOn}</span>
      </label>
      {state === 'off' && trouble && <PreviewTrouble trouble={trouble} />}
      {media && <Preview media={media} label={howToJoin.preview} />}
    </div>
  );
}

function Preview({ media, label }: { readonly media: MediaStreamTrack; readonly label: string }): ReactNode {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = new MediaStream([media]);
  }, [media]);
  return <video ref={ref} className="join-preview" aria-label={label} autoPlay muted playsInline />;
}
