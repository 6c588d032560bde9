import { TrackEvent } from 'livekit-client';
import type { OwnedLocalTrack } from './owned-local-track.ts';

/**
 * The device was unplugged while it was on: another one took its place, or it is off now. `not-sent`: the media server does
 * not take it.
 */
export type TrackLoss = 'replaced' | 'off' | 'not-sent';

type Told = {
  /** Muted, unmuted, or another device: whatever one shows of it. */
  readonly changed: () => void;
  readonly ended: () => void;
  /** By somebody else than us. */
  readonly stopped: () => void;
  readonly lost: (loss: TrackLoss) => void;
};

export type TrackWatch = {
  /** It is on, and its device is gone: what becomes of it is told. */
  lose(): void;
  /** Its device is gone, and what becomes of it is not known yet. */
  isLost(): boolean;
  end(): void;
};

/**
 * Follows one of our tracks. For a published one whose device ends, LiveKit opens the system's default, and mutes the track
 * if there is none (handleTrackEnded, livekit-client 2.23).
 */
export function watchTrack(track: OwnedLocalTrack, told: Told): TrackWatch {
  let isLost = false;
  const changed = (loss: TrackLoss) => (): void => {
    const wasLost = isLost;
    isLost = false;
    told.changed();
    if (wasLost) told.lost(loss);
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
  track.device.onStopped = told.stopped;
  return {
    lose: () => (isLost = true),
    isLost: () => isLost,
    end() {
      track.device.onStopped = null;
      track
        .off(TrackEvent.Ended, ended)
        .off(TrackEvent.Muted, muted)
        .off(TrackEvent.Unmuted, told.changed)
        .off(TrackEvent.Restarted, restarted);
    },
  };
}
