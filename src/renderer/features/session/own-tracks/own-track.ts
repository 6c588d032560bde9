import type { LocalTrack } from 'livekit-client';
import type { Diagnosis } from '../../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Publisher } from './publisher.ts';
import type { OwnedLocalTrack } from './owned-local-track.ts';
import { createHeldDevice } from './held-device.ts';
import { keepPublished } from './keep-published.ts';
import type { TrackLoss } from './watch-track.ts';

/**
 * `ready`: the device is open for a preview, nobody hears or sees it. `on`: others do, or will once connected.
 * `off` covers muted and not published: one click leads to `on` either way.
 */
export type OwnTrackState = 'off' | 'opening' | 'ready' | 'on';

/** `not-sent`: the device is fine, the media server did not take the track. `released`: nobody wants it any more. */
type TurnOnTrouble = Diagnosis | 'not-sent' | 'released';

/**
 * Our microphone or our camera. What is shown of it is read from LiveKit: what is published, and whether it is muted. What is
 * kept here is only what its owner wants; the room and the devices are brought to that whenever one of them has changed.
 */
export type OwnTrack = {
  state(): OwnTrackState;
  onChange(listener: () => void): () => void;
  /** LiveKit looks for another device by itself; this tells how that ended. */
  onLost(listener: (loss: TrackLoss) => void): () => void;
  /** What a level meter or a preview shows; null while the device is closed. */
  media(): MediaStreamTrack | null;
  /** The open device, if need be once it has opened; null if it is closed. livekit-client knows it only once it is published. */
  opened(): Promise<LocalTrack | null>;
  /** Opens the device without telling anybody. */
  prepare(): Promise<Result<void, Diagnosis | 'released'>>;
  /** `not-sent` is told as a loss too: a reconnection may end so without anybody having asked. */
  turnOn(): Promise<Result<void, TurnOnTrouble>>;
  turnOff(): Promise<void>;
  /** Closes the device. */
  release(): void;
  /** The same, for one that is gone for good, which is told. */
  lose(): void;
};

type Deps = {
  readonly open: () => Promise<Result<MediaStreamTrack, Diagnosis>>;
  readonly wrap: (media: MediaStreamTrack) => OwnedLocalTrack;
  readonly publisher: Publisher;
  /** Names what unmuting a closed device throws. */
  readonly explain: (error: unknown) => Promise<Diagnosis>;
};

export function createOwnTrack({ open, wrap, publisher, explain }: Deps): OwnTrack {
  const listeners = new Set<() => void>();
  const lossListeners = new Set<(loss: TrackLoss) => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  const tellLost = (loss: TrackLoss): void => lossListeners.forEach((listener) => listener(loss));

  const device = createHeldDevice({
    open,
    wrap,
    changed,
    lost: tellLost,
    stopped: () => void settle(),
    // It is not published yet, so nothing replaces it: it will be opened again when it is needed.
    ended: () => void (device.held().name === 'ready' ? release() : settle()),
  });
  const release = (): void => {
    device.close();
    void settle();
  };
  const settle = keepPublished({ device, publisher, changed, release, notSent: () => tellLost('not-sent') });

  publisher.onChange((removed) => {
    // The media server removed it, for example because a moderator withdrew the right: we close the device too.
    if (removed && removed === device.track() && !publisher.published().includes(removed)) release();
    else void settle();
  });

  return {
    state() {
      if (publisher.published().some((track) => track !== device.track() && !track.isMuted)) return 'on';
      const held = device.held();
      if (held.name === 'nothing') return 'off';
      if (held.name === 'sending') return held.track.isMuted ? 'off' : 'on';
      return held.name;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onLost(listener) {
      lossListeners.add(listener);
      return () => lossListeners.delete(listener);
    },
    media: () => device.track()?.mediaStreamTrack ?? null,

    async opened() {
      if (device.held().name === 'nothing') return null;
      const opened = await device.ensureOpen();
      return opened.ok ? opened.value : null;
    },

    async prepare() {
      const opened = await device.ensureOpen();
      return opened.ok ? ok() : opened;
    },

    async turnOn() {
      const opened = await device.ensureOpen();
      if (!opened.ok) return opened;
      const track = opened.value;
      try {
        // A camera that was turned off is closed. Unmuting opens it again, and the system may now refuse.
        if (track.isMuted) await track.unmute();
      } catch (error) {
        if (device.track() !== track) return err('released');
        release();
        return err(await explain(error));
      }
      device.send();
      if (device.track() !== track) return err('released');
      await settle();
      return device.track() === track ? ok() : err('not-sent');
    },

    async turnOff() {
      const held = device.held();
      if (held.name === 'sending') await held.track.mute();
      else release();
    },

    release,

    lose() {
      release();
      tellLost('off');
    },
  };
}
