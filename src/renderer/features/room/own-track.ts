import type { LocalTrack } from 'livekit-client';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { watchTrack, type Loss } from './watch-track.ts';

/**
 * `ready`: the device is open for a preview, nobody hears or sees it. `on`: others do, or will once connected.
 * `off` covers muted and not published: one click leads to `on` either way.
 */
export type OwnTrackState = 'off' | 'opening' | 'ready' | 'on';

/** `not-sent`: the device is fine, the media server did not take the track. `released`: nobody wants it any more. */
type TurnOnTrouble = Diagnosis | 'not-sent' | 'released';

/** Our microphone or our camera. Whether it is muted is the LiveKit track's own business: it is only read here. */
export type OwnTrack = {
  state(): OwnTrackState;
  onChange(listener: () => void): () => void;
  /** LiveKit looks for another device by itself; this tells how that ended. */
  onLost(listener: (loss: Loss) => void): () => void;
  /** What a level meter or a preview shows; null while the device is closed. */
  media(): MediaStreamTrack | null;
  /** Opens the device without telling anybody. */
  prepare(): Promise<Result<void, Diagnosis | 'released'>>;
  turnOn(): Promise<Result<void, TurnOnTrouble>>;
  turnOff(): Promise<void>;
  /** Publishes again what was published before the connection was lost, muted if it was. */
  republish(): Promise<void>;
  /** Closes the device. */
  release(): void;
  /** The same, for one that is gone for good, which is told. */
  lose(): void;
};

type Deps = {
  readonly open: () => Promise<Result<MediaStreamTrack, Diagnosis>>;
  readonly wrap: (media: MediaStreamTrack) => LocalTrack;
  /** Resolves at once, doing nothing, while there is no connection: `republish` follows. Rejects if refused. */
  readonly publish: (track: LocalTrack) => Promise<void>;
  /** Takes a published track from the meeting: of two microphones others would play the first, which is closed. */
  readonly unpublish: (track: LocalTrack) => void;
  /** Names what unmuting a closed device throws. */
  readonly explain: (error: unknown) => Promise<Diagnosis>;
};

type Held =
  | { readonly name: 'nothing' }
  | { readonly name: 'opening'; readonly opened: Promise<Result<MediaStreamTrack, Diagnosis>> }
  | { readonly name: 'ready' | 'sending'; readonly track: LocalTrack };

export function createOwnTrack({ open, wrap, publish, unpublish, explain }: Deps): OwnTrack {
  let held: Held = { name: 'nothing' };
  const listeners = new Set<() => void>();
  const lossListeners = new Set<(loss: Loss) => void>();
  let unwatch = (): void => undefined;
  const tell = (): void => listeners.forEach((listener) => listener());
  const tellLost = (loss: Loss): void => lossListeners.forEach((listener) => listener(loss));
  const hold = (next: Held): void => {
    held = next;
    tell();
  };

  const heldTrack = (): LocalTrack | null => ('track' in held ? held.track : null);
  const isSending = (): boolean => held.name === 'sending';

  async function ensureOpen(): Promise<Result<LocalTrack, Diagnosis | 'released'>> {
    const already = heldTrack();
    if (already) return ok(already);
    const opening: Held = held.name === 'opening' ? held : { name: 'opening', opened: open() };
    if (held !== opening) hold(opening);
    const opened = await opening.opened;
    // Two clicks wait for one opening: the first to return has wrapped it.
    const track = heldTrack();
    if (track) return ok(track);
    if (held !== opening) {
      if (opened.ok) opened.value.stop(); // released in the meantime: nobody wants it any more
      return err('released');
    }
    if (!opened.ok) {
      hold({ name: 'nothing' });
      return opened;
    }
    const wrapped = wrap(opened.value);
    unwatch = watchTrack(wrapped, {
      changed: tell,
      lost: tellLost,
      // Nobody saw or heard it yet, so nobody looks for another: it is opened again when it is wanted.
      ended: () => void (held.name === 'ready' && release()),
    });
    hold({ name: 'ready', track: wrapped });
    return ok(wrapped);
  }

  function release(): void {
    unwatch();
    const [track, wasSending] = [heldTrack(), isSending()];
    if (held.name !== 'nothing') hold({ name: 'nothing' });
    track?.stop();
    if (track && wasSending) unpublish(track);
  }

  async function send(track: LocalTrack): Promise<Result<void, 'not-sent'>> {
    try {
      await publish(track);
      // Ended on the way: LiveKit looks for another device only for what is published already.
      if (track.mediaStreamTrack.readyState === 'ended' && !track.isMuted) await track.mute();
      return ok();
    } catch {
      if (heldTrack() === track) release();
      return err('not-sent');
    }
  }

  function state(): OwnTrackState {
    if (held.name === 'nothing') return 'off';
    if (held.name === 'sending') return held.track.isMuted ? 'off' : 'on';
    return held.name;
  }

  return {
    state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onLost(listener) {
      lossListeners.add(listener);
      return () => lossListeners.delete(listener);
    },
    media: () => heldTrack()?.mediaStreamTrack ?? null,

    async prepare() {
      const opened = await ensureOpen();
      return opened.ok ? ok() : opened;
    },

    async turnOn() {
      const opened = await ensureOpen();
      if (!opened.ok) return opened;
      const wasSending = isSending();
      const track = opened.value;
      try {
        // A camera that was turned off is closed: unmuting opens it again, which the system may refuse by now.
        if (track.isMuted) await track.unmute();
      } catch (error) {
        release();
        return err(await explain(error));
      }
      if (wasSending) return ok();
      hold({ name: 'sending', track });
      return send(track);
    },

    async turnOff() {
      if (held.name === 'sending') await held.track.mute();
      else release();
    },

    async republish() {
      if (held.name === 'sending') await send(held.track);
    },

    release,

    lose() {
      release();
      tellLost('off');
    },
  };
}
