import type { LocalTrack } from 'livekit-client';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Publisher } from './publisher.ts';
import type { OwnedLocalTrack } from './owned-local-track.ts';
import { createHeldDevice, type OpeningTrouble } from './held-device.ts';
import { keepPublished } from './keep-published.ts';
import type { TrackLoss } from './watch-track.ts';

/**
 * `ready`: the device is open for a preview, nobody hears or sees it. `on`: others do, or will once connected.
 * `off` covers muted and not published: one click leads to `on` either way.
 */
export type OwnTrackState = 'off' | 'opening' | 'ready' | 'on';

/** `not-sent`: the device is fine, the media server did not take the track. */
type TurnOnTrouble = OpeningTrouble | 'not-sent';

/**
 * Our microphone, our camera or our screen. What is shown of it is read from LiveKit: what is published, and whether it is muted. What is
 * kept here is only what its owner wants; the room and the devices are brought to that whenever one of them has changed.
 */
export type OwnTrack = {
  state(): OwnTrackState;
  /** Whether the media server lets us send it. */
  isAllowed(): boolean;
  onChange(listener: () => void): () => void;
  /** LiveKit looks for another device by itself; this tells how that ended. */
  onLost(listener: (loss: TrackLoss) => void): () => void;
  /** What a level meter or a preview shows; null while the device is closed. */
  media(): MediaStreamTrack | null;
  /** The open device, if need be once it has opened; null if it is closed. livekit-client knows it only once it is published. */
  opened(): Promise<LocalTrack | null>;
  /** Opens the device without telling anybody. */
  prepare(): Promise<Result<void, OpeningTrouble>>;
  /** `not-sent` is told as a loss too: a reconnection may end so without anybody having asked. */
  turnOn(): Promise<Result<void, TurnOnTrouble>>;
  turnOff(): Promise<void>;
  /** Closes the device. */
  release(): void;
  /** The same, for one that is gone for good, which is told. */
  lose(): void;
};

type Deps = {
  readonly open: () => Promise<Result<MediaStreamTrack, OpeningTrouble>>;
  readonly wrap: (media: MediaStreamTrack) => OwnedLocalTrack;
  readonly publisher: Publisher;
  /** Names what unmuting a closed device throws. */
  readonly explain: (error: unknown) => Promise<OpeningTrouble>;
  /**
   * What « off » means. `muted`: it stays in the room. `closed`: it is gone, as a screen that nobody may believe to be shared
   * still; and when it ends by itself, its owner has ended it.
   */
  readonly off: 'muted' | 'closed';
};

export function createOwnTrack({ open, wrap, publisher, explain, off }: Deps): OwnTrack {
  const listeners = new Set<() => void>();
  const lossListeners = new Set<(loss: TrackLoss) => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  const tellLost = (loss: TrackLoss): void => lossListeners.forEach((listener) => listener(loss));

  const device = createHeldDevice({
    open,
    wrap,
    // A moderator mutes what is theirs to mute: then nothing of it is captured either.
    changed: () => (off === 'closed' && device.track()?.isMuted ? release() : changed()),
    lost: tellLost,
    stopped: () => void settle(),
    // If it is not published yet, nothing replaces it: it will be opened again when it is needed.
    ended: () => void (off === 'closed' || device.held().name === 'ready' ? release() : settle()),
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
    isAllowed: publisher.isAllowed,
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
      if (held.name === 'sending' && off === 'muted') await held.track.mute();
      else release();
    },

    release,

    lose() {
      release();
      tellLost('off');
    },
  };
}
