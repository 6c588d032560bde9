import type { Diagnosis } from '../../../../shared/devices/diagnose.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Publisher } from './publisher.ts';
import type { OwnedMedia } from './owned-media.ts';
import { watchTrack, type TrackLoss, type TrackWatch } from './watch-track.ts';

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
  readonly wrap: (media: MediaStreamTrack) => OwnedMedia;
  readonly publisher: Publisher;
  /** Names what unmuting a closed device throws. */
  readonly explain: (error: unknown) => Promise<Diagnosis>;
};

type Opened = Result<OwnedMedia, Diagnosis | 'released'>;

/** What is wanted. `sending`: to be in the room, muted or not. */
type Held =
  | { readonly name: 'nothing' }
  | { readonly name: 'opening'; readonly outcome: Promise<Opened> }
  | { readonly name: 'ready' | 'sending'; readonly track: OwnedMedia; readonly watch: TrackWatch };

export function createOwnTrack({ open, wrap, publisher, explain }: Deps): OwnTrack {
  let held: Held = { name: 'nothing' };
  let publishing: { readonly track: OwnedMedia; readonly done: Promise<void> } | null = null;
  const listeners = new Set<() => void>();
  const lossListeners = new Set<(loss: TrackLoss) => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const tellLost = (loss: TrackLoss): void => lossListeners.forEach((listener) => listener(loss));
  const hold = (next: Held): void => {
    held = next;
    tell();
  };

  const heldTrack = (): OwnedMedia | null => ('track' in held ? held.track : null);
  const isPublished = (track: OwnedMedia): boolean => publisher.published().includes(track);

  /** Concurrent callers share one opening and its result: the preview and the click come close together. */
  function ensureOpen(): Promise<Opened> {
    if ('track' in held) return Promise.resolve(ok(held.track));
    if (held.name === 'opening') return held.outcome;
    const outcome = open().then((opened) => take(opened, held === opening));
    const opening: Held = { name: 'opening', outcome };
    hold(opening);
    return outcome;
  }

  function take(opened: Result<MediaStreamTrack, Diagnosis>, isWanted: boolean): Opened {
    if (!isWanted) {
      if (opened.ok) opened.value.stop(); // it was released in the meantime
      return err('released');
    }
    if (!opened.ok) {
      hold({ name: 'nothing' });
      return opened;
    }
    const track = wrap(opened.value);
    const watch = watchTrack(track, {
      changed: tell,
      lost: tellLost,
      stopped: () => void settle(),
      // It is not published yet, so nothing replaces it: it will be opened again when it is needed.
      ended: () => void (held.name === 'ready' ? release() : settle()),
    });
    hold({ name: 'ready', track, watch });
    return ok(track);
  }

  function release(): void {
    if ('track' in held) {
      held.watch.end();
      held.track.close();
    }
    if (held.name !== 'nothing') hold({ name: 'nothing' });
    void settle();
  }

  /** Brings the room to what is wanted. What fails because the connection changes is settled again when it has. */
  async function settle(): Promise<void> {
    const now = held;
    for (const stray of publisher.published()) {
      if (now.name === 'sending' && stray === now.track) continue;
      // If we published two microphones, the others would play the first one, which is closed.
      stray.stop();
      void publisher.unpublish(stray);
    }
    if (now.name !== 'sending' || publisher.state() !== 'up') return tell();
    const { track, watch } = now;
    // The server takes a track away with the right to it, but for one that is just being published: livekit-client (2.23) does
    // not know that one yet, and goes on as if others heard it.
    if (!publisher.isAllowed() && (isPublished(track) || publishing?.track === track)) return withdraw(track);
    // For a published one that has ended LiveKit looks for another device; for all others nobody does.
    const isLeftToLiveKit = watch.isLost() && isPublished(track);
    const isOver = track.mediaStreamTrack.readyState === 'ended' && !track.isOpening;
    if (isOver && !track.isMuted && !isLeftToLiveKit) {
      watch.lose();
      await track.mute();
    }
    await ensurePublished(track);
    // LiveKit pauses a track whose device gives no sound. If it was unpublished in the meantime, it would stay paused for ever.
    if (isPublished(track) && track.isUpstreamPaused && !track.mediaStreamTrack.muted)
      await track.resumeUpstream();
    tell();
  }

  /** If it was just being published, we tell the user: livekit-client goes on as if the others heard it, and reports no error. */
  function withdraw(track: OwnedMedia): void {
    const isOnItsWay = publishing?.track === track;
    release();
    if (isOnItsWay) tellLost('not-sent');
  }

  async function ensurePublished(track: OwnedMedia): Promise<void> {
    if (publishing?.track !== track) {
      if (isPublished(track)) return;
      const attempt = { track, done: publish(track) };
      publishing = attempt;
      void attempt.done.finally(() => publishing === attempt && (publishing = null));
    }
    await publishing?.done;
  }

  async function publish(track: OwnedMedia): Promise<void> {
    const before = publisher.connection();
    try {
      await publisher.publish(track);
    } catch {
      if (heldTrack() !== track || isPublished(track)) return;
      if (publisher.connection() === before) {
        release();
        tellLost('not-sent');
      } else {
        // The connection that it was published on is gone, and the next one may already be there.
        publishing = null;
        await settle();
      }
    }
  }

  publisher.onChange((removed) => {
    // The media server removed it, for example because a moderator withdrew the right: we close the device too.
    if (removed && removed === heldTrack() && !isPublished(removed as OwnedMedia)) release();
    else void settle();
  });

  return {
    state() {
      if (publisher.published().some((track) => track !== heldTrack() && !track.isMuted)) return 'on';
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
    media: () => heldTrack()?.mediaStreamTrack ?? null,

    async prepare() {
      const opened = await ensureOpen();
      return opened.ok ? ok() : opened;
    },

    async turnOn() {
      const opened = await ensureOpen();
      if (!opened.ok) return opened;
      const track = opened.value;
      try {
        // A camera that was turned off is closed. Unmuting opens it again, and the system may now refuse.
        if (track.isMuted) await track.unmute();
      } catch (error) {
        if (heldTrack() !== track) return err('released');
        release();
        return err(await explain(error));
      }
      if (held.name === 'ready') hold({ ...held, name: 'sending' });
      if (heldTrack() !== track) return err('released');
      await settle();
      return heldTrack() === track ? ok() : err('not-sent');
    },

    async turnOff() {
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
