import {
  ConnectionState,
  ParticipantEvent,
  RoomEvent,
  type LocalTrack,
  type LocalTrackPublication,
  type Room,
  type Track,
  type TrackPublishOptions,
} from 'livekit-client';

/**
 * `up`: what we publish now arrives in the room. `repairing`: livekit-client is reconnecting, and republishes by itself.
 * `down`: there is no connection to publish on; the next one starts with nothing published.
 */
export type PublishingState = 'up' | 'repairing' | 'down';

/** Publishes one source of ours, and says what the room has of it. Nothing of that is remembered here: LiveKit is asked. */
export type Publisher = {
  state(): PublishingState;
  /** Another number whenever the connection was lost or repaired in between. */
  connection(): number;
  /** One at most, but for moments. */
  published(): readonly LocalTrack[];
  /** Whether the media server lets us send it, as far as it has told. */
  isAllowed(): boolean;
  /** Rejects if it is refused, or the connection is lost on the way. */
  publish(track: LocalTrack): Promise<void>;
  /** Never rejects. The track goes on. */
  unpublish(track: LocalTrack): Promise<void>;
  /** Whenever any of this may have changed. `removed`: a track that the media server has taken from us. */
  onChange(listener: (removed: LocalTrack | null) => void): void;
};

/** `TrackSource` of LiveKit's protocol, which livekit-client does not export. */
const protocolSources: Readonly<Partial<Record<Track.Source, number>>> = {
  camera: 1,
  microphone: 2,
  screen_share: 3,
  screen_share_audio: 4,
};

/** For a room that is ours for its whole life: the listeners are never taken away. */
export function createPublishers(
  room: Room,
): (source: Track.Source, options?: TrackPublishOptions) => Publisher {
  const { localParticipant } = room;
  // Publishing already works once signalling is up, before the media connection: that saves a round trip.
  let isSignalled = false;
  let connection = 0;
  const leaving = new Set<LocalTrack>();
  const publications = (): LocalTrackPublication[] => [...localParticipant.trackPublications.values()];
  const state = (): PublishingState => {
    // LiveKit says that the state has changed before it says that it is disconnected.
    if (!isSignalled || room.state === ConnectionState.Disconnected) return 'down';
    const isRepairing =
      room.state === ConnectionState.Reconnecting || room.state === ConnectionState.SignalReconnecting;
    return isRepairing ? 'repairing' : 'up';
  };
  async function unpublish(track: LocalTrack): Promise<void> {
    leaving.add(track);
    try {
      await localParticipant.unpublishTrack(track, false);
    } catch {
      // The connection was lost meanwhile, and the publication with it.
    } finally {
      leaving.delete(track);
    }
  }
  room
    .on(RoomEvent.ConnectionStateChanged, () => (connection += 1))
    .on(RoomEvent.Disconnected, () => (isSignalled = false))
    .on(RoomEvent.SignalConnected, () => {
      isSignalled = true;
      // livekit-client (2.23) lists a publication that was still pending when the previous connection was given up, although
      // the server does not know it. Publishing the track again would then be skipped as already done.
      for (const { track } of publications()) if (track) void unpublish(track);
    });

  return (source, options) => ({
    state,
    connection: () => connection,
    published: () =>
      publications()
        .filter((each) => each.source === source)
        .flatMap(({ track }) => (track && !leaving.has(track) ? [track] : [])),
    isAllowed() {
      const { permissions } = localParticipant;
      if (!permissions) return true;
      // An empty list allows every source (LiveKit).
      const some: readonly number[] = permissions.canPublishSources;
      return permissions.canPublish && (some.length === 0 || some.includes(protocolSources[source] ?? 0));
    },
    async publish(track) {
      await localParticipant.publishTrack(track, { ...options, source });
    },
    unpublish,
    onChange(listener) {
      const changed = (): void => listener(null);
      room
        .on(RoomEvent.SignalConnected, changed)
        .on(RoomEvent.ConnectionStateChanged, changed)
        .on(
          RoomEvent.LocalTrackPublished,
          (publication) => void (publication.source === source && changed()),
        );
      localParticipant.on(ParticipantEvent.ParticipantPermissionsChanged, changed);
      localParticipant.on(ParticipantEvent.LocalTrackUnpublished, (publication) => {
        const { track } = publication;
        if (publication.source !== source || !track || leaving.has(track)) return;
        // livekit-client also unpublishes by itself: just before it reports that the connection is lost, and, while it is
        // « reconnecting », to republish after a full reconnect. On a connection that it resumes, only the server can have
        // asked for it.
        const isRepublishing = room.state === ConnectionState.Reconnecting;
        queueMicrotask(() => listener(isSignalled && !isRepublishing ? track : null));
      });
    },
  });
}
