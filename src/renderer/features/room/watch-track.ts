import { TrackEvent, type LocalTrack } from 'livekit-client';

/** The device was unplugged while it was on: another one took its place, or it is off now. */
export type Loss = 'replaced' | 'off';

type Told = {
  /** Muted, unmuted, or another device: whatever one shows of it. */
  readonly changed: () => void;
  readonly ended: () => void;
  readonly lost: (loss: Loss) => void;
};

/**
 * Follows one of our tracks until the returned function is called. For a published one whose device ends, LiveKit opens
 * the system's default, and mutes the track if there is none (handleTrackEnded, livekit-client 2.23).
 */
export function watchTrack(track: LocalTrack, told: Told): () => void {
  let isLost = false;
  const changed = (loss: Loss) => (): void => {
    told.changed();
    if (isLost) told.lost(loss);
    isLost = false;
  };
  const ended = (): void => {
    isLost = !track.isMuted;
    told.ended();
  };
  const [muted, restarted] = [changed('off'), changed('replaced')];
  track
    .on(TrackEvent.Ended, ended)
    .on(TrackEvent.Muted, muted)
    .on(TrackEvent.Unmuted, told.changed)
    .on(TrackEvent.Restarted, restarted);
  return () =>
    void track
      .off(TrackEvent.Ended, ended)
      .off(TrackEvent.Muted, muted)
      .off(TrackEvent.Unmuted, told.changed)
      .off(TrackEvent.Restarted, restarted);
}
