import { TrackEvent, type LocalTrack } from 'livekit-client';
import { vi } from 'vitest';
import type { Diagnosis } from '../../../../../shared/devices/diagnose.ts';
import { ok, type Result } from '../../../../../shared/result.ts';
import type { Publisher, PublishingState } from '../publisher.ts';
import type { OpeningTrouble } from '../held-device.ts';
import { createOwnTrack } from '../own-track.ts';
import type { OwnedLocalTrack } from '../owned-local-track.ts';

/** The few members of LiveKit's track that matter here, behaving as its own do. */
class Track {
  readonly #listeners = new Map<TrackEvent, () => void>();
  isMuted = false;
  closed = false;
  isUpstreamPaused = false;
  readonly device = {
    isOpening: false,
    onStopped: null as (() => void) | null,
    close: () => {
      this.closed = true;
      this.stop();
    },
  };
  unmuteError: Error | null = null;
  mediaStreamTrack: MediaStreamTrack;
  constructor(media: MediaStreamTrack) {
    this.mediaStreamTrack = media;
  }
  on(event: TrackEvent, listener: () => void): this {
    this.#listeners.set(event, listener);
    return this;
  }
  off(event: TrackEvent, listener: () => void): this {
    if (this.#listeners.get(event) === listener) this.#listeners.delete(event);
    return this;
  }
  emit(event: TrackEvent): void {
    this.#listeners.get(event)?.();
  }
  async mute(): Promise<void> {
    this.isMuted = true;
    this.emit(TrackEvent.Muted);
  }
  async unmute(): Promise<void> {
    if (this.unmuteError) throw this.unmuteError;
    this.isMuted = false;
    this.emit(TrackEvent.Unmuted);
  }
  async resumeUpstream(): Promise<void> {
    this.isUpstreamPaused = false;
  }
  /** As livekit-client stops it. */
  stop(): void {
    this.mediaStreamTrack = device('ended');
    if (!this.closed) this.device.onStopped?.();
  }
}

/** The room of one source; `change` says what livekit-client has done by itself. */
class FakePublisher implements Publisher {
  now: PublishingState = 'up';
  allowed = true;
  inRoom: LocalTrack[] = [];
  connections = 0;
  #tell: (removed: LocalTrack | null) => void = () => undefined;
  readonly publish = vi.fn(async (track: LocalTrack): Promise<void> => {
    this.inRoom = [...this.inRoom, track];
    this.#tell(null);
  });
  readonly unpublish = vi.fn(async (track: LocalTrack): Promise<void> => {
    this.inRoom = this.inRoom.filter((each) => each !== track);
  });
  state = (): PublishingState => this.now;
  isAllowed = (): boolean => this.allowed;
  connection = (): number => this.connections;
  published = (): readonly LocalTrack[] => this.inRoom;
  onChange(listener: (removed: LocalTrack | null) => void): void {
    this.#tell = listener;
  }
  /** Resolves once all that follows from it is done. */
  async change(now: PublishingState, inRoom: readonly LocalTrack[], removed: LocalTrack | null = null) {
    if (now !== this.now) this.connections += 1;
    [this.now, this.inRoom] = [now, [...inRoom]];
    this.#tell(removed);
    await settled();
  }
}

/** Once all that was started is done. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const refused: Diagnosis = {
  kind: 'microphone',
  name: 'system-refused',
  refusedBy: null,
  holders: [],
  error: 'NotAllowedError',
};

export const device = (readyState: 'live' | 'ended' = 'live') =>
  ({ readyState, muted: false, stop: vi.fn() }) as unknown as MediaStreamTrack;

/** An own track with a fake device and a fake room. */
export function ownTrackOnFakes({
  opens,
  off = 'muted',
}: { opens?: () => Promise<Result<MediaStreamTrack, OpeningTrouble>>; off?: 'muted' | 'closed' } = {}) {
  const tracks: Track[] = [];
  const open = vi.fn(opens ?? (() => Promise.resolve(ok(device()))));
  const publisher = new FakePublisher();
  const own = createOwnTrack({
    open,
    wrap: (media) => {
      const track = new Track(media);
      tracks.push(track);
      return track as unknown as OwnedLocalTrack;
    },
    publisher,
    explain: () => Promise.resolve(refused),
    off,
  });
  const losses: string[] = [];
  own.onLost((loss) => losses.push(loss));
  const inRoom = () => tracks as unknown as LocalTrack[];
  return {
    own,
    open,
    publisher,
    publish: publisher.publish,
    unpublish: publisher.unpublish,
    tracks,
    losses,
    inRoom,
  };
}
