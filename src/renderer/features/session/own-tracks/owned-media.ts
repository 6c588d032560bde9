import { LocalAudioTrack, LocalVideoTrack, Track, type LocalTrack } from 'livekit-client';

/**
 * A LiveKit track whose device we own. livekit-client (2.23) opens and closes devices by itself: it opens one again when it
 * republishes after a full reconnect, opens another when one is unplugged, and closes it when it gives up. So these tracks
 * cannot be opened again once we have closed them, and they report when somebody else stopped them.
 */
export type OwnedMedia = LocalTrack & {
  /** For good: whatever livekit-client is opening under it, or about to, is closed as well. */
  close(): void;
  /** A device is being opened under it. */
  readonly isOpening: boolean;
  /** Told when somebody else has stopped it, or it could not be opened anew: no « ended » is fired for those. */
  onStopped: (() => void) | null;
};

/** Both of our classes need the same of their base, which TypeScript cannot say of two different ones. */
class Ownership {
  isClosed = false;
  opening = 0;

  async openAnew<T>(restart: () => Promise<T>, onFailed: () => void): Promise<T> {
    // LiveKit forgets at this point that it was stopped; if it is stopped from here on, it stops what it has opened.
    if (this.isClosed) throw new DOMException('closed by its owner', 'AbortError');
    this.opening += 1;
    try {
      return await restart();
    } catch (error) {
      // Later, because the code that asked for another device may first go back to the previous one.
      setTimeout(onFailed);
      throw error;
    } finally {
      this.opening -= 1;
    }
  }
}

class OwnedMicrophone extends LocalAudioTrack {
  onStopped: (() => void) | null = null;
  readonly #ownership = new Ownership();

  get isOpening(): boolean {
    return this.#ownership.opening > 0;
  }

  close(): void {
    this.#ownership.isClosed = true;
    this.stop();
  }

  override stop(): void {
    super.stop();
    if (!this.#ownership.isClosed) this.onStopped?.();
  }

  protected override restart(
    constraints?: MediaTrackConstraints,
    isUnmuting?: boolean,
  ): Promise<typeof this> {
    return this.#ownership.openAnew(
      () => super.restart(constraints, isUnmuting),
      () => this.onStopped?.(),
    );
  }
}

class OwnedCamera extends LocalVideoTrack {
  onStopped: (() => void) | null = null;
  readonly #ownership = new Ownership();

  get isOpening(): boolean {
    return this.#ownership.opening > 0;
  }

  close(): void {
    this.#ownership.isClosed = true;
    this.stop();
  }

  override stop(): void {
    super.stop();
    if (!this.#ownership.isClosed) this.onStopped?.();
  }

  protected override async restart(
    constraints?: MediaTrackConstraints,
    isUnmuting?: boolean,
  ): Promise<typeof this> {
    await this.#ownership.openAnew(
      () => super.restart(constraints, isUnmuting),
      () => this.onStopped?.(),
    );
    // The camera was turned off while it was opening: LiveKit has closed the previous stream, and this one would stay on unseen.
    if (this.isMuted && !isUnmuting) this.mediaStreamTrack.stop();
    return this;
  }
}

// Not « user provided »: LiveKit may then close a camera that is off, and take another microphone for one that is unplugged.
export function ownMicrophone(media: MediaStreamTrack): OwnedMedia {
  // With no device named, LiveKit opens it anew without any constraint, and what the user set of its sound would be lost (2.23).
  const track = new OwnedMicrophone(media, { deviceId: 'default', ...media.getConstraints() }, false);
  track.source = Track.Source.Microphone;
  // livekit-client's own types are not written for exactOptionalPropertyTypes.
  return track as LocalTrack & OwnedMicrophone;
}

export function ownCamera(media: MediaStreamTrack): OwnedMedia {
  const track = new OwnedCamera(media, media.getConstraints(), false);
  track.source = Track.Source.Camera;
  return track;
}
