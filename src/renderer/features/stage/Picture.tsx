import type { Track } from 'livekit-client';
import { useEffect, useRef, type ReactNode } from 'react';

/** What is received of somebody's camera or screen. */
export function Picture({ track, isWhole }: { readonly track: Track; readonly isWhole: boolean }): ReactNode {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return undefined;
    track.attach(video);
    return () => void track.detach(video);
  }, [track]);
  return <video ref={ref} className="tile__picture" data-whole={isWhole} muted playsInline aria-hidden />;
}

/** Our own camera, mirrored, as people know themselves. */
export function OwnPicture({ media }: { readonly media: MediaStreamTrack }): ReactNode {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = new MediaStream([media]);
  }, [media]);
  return <video ref={ref} className="tile__picture" data-mirrored autoPlay muted playsInline aria-hidden />;
}
