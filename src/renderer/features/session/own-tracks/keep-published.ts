import type { HeldDevice } from './held-device.ts';
import type { OwnedLocalTrack } from './owned-local-track.ts';
import type { Publisher } from './publisher.ts';

type Deps = {
  readonly device: HeldDevice;
  readonly publisher: Publisher;
  /** What the room has of it may have changed. */
  readonly changed: () => void;
  /** Closes the device. */
  readonly release: () => void;
  /** The media server does not take the track. */
  readonly notSent: () => void;
};

/**
 * The returned function brings the room to what is wanted of the device. It is called whenever one of them has changed: what
 * fails because the connection changes is settled again when it has.
 */
export function keepPublished({ device, publisher, changed, release, notSent }: Deps): () => Promise<void> {
  let publishing: { readonly track: OwnedLocalTrack; readonly done: Promise<void> } | null = null;
  const isPublished = (track: OwnedLocalTrack): boolean => publisher.published().includes(track);

  async function settle(): Promise<void> {
    const now = device.held();
    for (const stray of publisher.published()) {
      if (now.name === 'sending' && stray === now.track) continue;
      // If we published two microphones, the others would play the first one, which is closed.
      stray.stop();
      void publisher.unpublish(stray);
    }
    if (now.name !== 'sending' || publisher.state() !== 'up') return changed();
    const { track, watch } = now;
    // The server takes a track away with the right to it, but for one that is just being published: livekit-client (2.23) does
    // not know that one yet, and goes on as if others heard it.
    if (!publisher.isAllowed() && (isPublished(track) || publishing?.track === track)) return withdraw(track);
    // For a published one that has ended LiveKit looks for another device; for all others nobody does.
    const isLeftToLiveKit = watch.isLost() && isPublished(track);
    const isOver = track.mediaStreamTrack.readyState === 'ended' && !track.device.isOpening;
    if (isOver && !track.isMuted && !isLeftToLiveKit) {
      watch.lose();
      await track.mute();
    }
    await ensurePublished(track);
    // LiveKit pauses a track whose device gives no sound. If it was unpublished in the meantime, it would stay paused for ever.
    if (isPublished(track) && track.isUpstreamPaused && !track.mediaStreamTrack.muted)
      await track.resumeUpstream();
    changed();
  }

  /** If it was just being published, we tell the user: livekit-client goes on as if the others heard it, and reports no error. */
  function withdraw(track: OwnedLocalTrack): void {
    const isOnItsWay = publishing?.track === track;
    release();
    if (isOnItsWay) notSent();
  }

  async function ensurePublished(track: OwnedLocalTrack): Promise<void> {
    if (publishing?.track !== track) {
      if (isPublished(track)) return;
      const attempt = { track, done: publish(track) };
      publishing = attempt;
      void attempt.done.finally(() => publishing === attempt && (publishing = null));
    }
    await publishing?.done;
  }

  async function publish(track: OwnedLocalTrack): Promise<void> {
    const before = publisher.connection();
    try {
      await publisher.publish(track);
    } catch {
      if (device.track() !== track || isPublished(track)) return;
      if (publisher.connection() === before) {
        release();
        notSent();
      } else {
        // The connection that it was published on is gone, and the next one may already be there.
        publishing = null;
        await settle();
      }
    }
  }

  return settle;
}
