import { LocalAudioTrack, LocalVideoTrack, Track, type LocalTrack } from 'livekit-client';

/**
 * The device under a LiveKit track, which is ours. livekit-client (2.23) opens and closes devices by itself: it opens one again
 * when it republishes after a full reconnect, opens another when one is unplugged, and closes it when it gives up. So it
 * cannot be opened again once we have closed it, and it reports when somebody else stopped it.
 */
class OwnedDevice {
  /** Told when somebody else has stopped it, or it could not be opened anew: no « ended » is fired for those. */
  onStopped: (() => void) | null = null;
  readonly #stopTrack: () => void;
  #isClosed = false;
  #opening = 0;

  constructor(stopTrack: () => void) {
    this.#stopTrack = stopTrack;
  }

  get isOpening(): boolean {
    return this.#opening > 0;
  }

  /** For good: whatever livekit-client is opening under the track, or about to, is closed as well. */
  close(): void {
    this.#isClosed = true;
    this.#stopTrack();
  }

  /** The track calls it whenever it was stopped, by whomever. */
  stopped(): void {
    if (!this.#isClosed) this.onStopped?.();
  }

  async openAnew<T>(restart: () => Promise<T>): Promise<T> {
    // LiveKit forgets at this point that it was stopped; if it is stopped from here on, it stops what it has opened.
    if (this.#isClosed) throw new DOMException('closed by its owner', 'AbortError');
    this.#opening += 1;
    try {
      return await restart();
    } catch (error) {
      // Later, because the code that asked for another device may first go back to the previous one.
      setTimeout(() => this.onStopped?.());
      throw error;
    } finally {
      this.#opening -= 1;
    }
  }
}

export type OwnedLocalTrack = LocalTrack & {
  readonly device: Pick<OwnedDevice, 'isOpening' | 'close' | 'onStopped'>;
};

class OwnedMicrophone extends LocalAudioTrack {
  readonly device = new OwnedDevice(() => this.stop());

  override stop(): void {
    super.stop();
    this.device.stopped();
  }

  protected override restart(
    constraints?: MediaTrackConstraints,
    isUnmuting?: boolean,
  ): Promise<typeof this> {
    return this.device.openAnew(() => super.restart(constraints, isUnmuting));
  }
}

class OwnedCamera extends LocalVideoTrack {
  readonly device = new OwnedDevice(() => this.stop());

  override stop(): void {
    super.stop();
    this.device.stopped();
  }

  protected override async restart(
    constraints?: MediaTrackConstraints,
    isUnmuting?: boolean,
  ): Promise<typeof this> {
    await this.device.openAnew(() => super.restart(constraints, isUnmuting));
    // The camera was turned off while it was opening: LiveKit has closed the previous stream, and this one would stay on unseen.
    if (this.isMuted && !isUnmuting) this.mediaStreamTrack.stop();
    return this;
  }
}

class OwnedScreen extends LocalVideoTrack {
  readonly device = new OwnedDevice(() => this.stop());

  override stop(): void {
    super.stop();
    this.device.stopped();
  }
}

// Not « user provided »: LiveKit may then close a camera that is off, and take another microphone for one that is unplugged.
export function ownMicrophone(media: MediaStreamTrack): OwnedLocalTrack {
  // With no device named, LiveKit opens it anew without any constraint, and what the user set of its sound would be lost (2.23).
  const track = new OwnedMicrophone(media, { deviceId: 'default', ...media.getConstraints() }, false);
  track.source = Track.Source.Microphone;
  // livekit-client's own types are not written for exactOptionalPropertyTypes.
  return track as LocalTrack & OwnedMicrophone;
}

export function ownCamera(media: MediaStreamTrack): OwnedLocalTrack {
  const track = new OwnedCamera(media, media.getConstraints(), false);
  track.source = Track.Source.Camera;
  return track;
}

/** « User provided »: livekit-client cannot capture what its user has chosen anew. */
export function ownScreen(media: MediaStreamTrack): OwnedLocalTrack {
  // Encoders then keep every pixel, and leave out pictures instead.
  media.contentHint = 'text';
  const track = new OwnedScreen(media, media.getConstraints(), true);
  track.source = Track.Source.ScreenShare;
  return track;
}
