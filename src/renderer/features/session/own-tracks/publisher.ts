import {
  ConnectionState,
  ParticipantEvent,
  RoomEvent,
  type LocalTrack,
  type LocalTrackPublication,
  type Room,
  type Track,
} from 'livekit-client';

/**
 * `up`: what is published now is in the room. `repairing`: livekit-client is at it, and publishes again by itself what it had
 * published. `down`: there is nothing to publish into; the next connection begins with nothing published.
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
export function createPublishers(room: Room): (source: Track.Source) => Publisher {
  const { localParticipant } = room;
  // Publishing works from here on, before the media connection is up: that saves a round trip.
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
      // The connection went on the way, and the publication with it.
    } finally {
      leaving.delete(track);
    }
  }
  room
    .on(RoomEvent.ConnectionStateChanged, () => (connection += 1))
    .on(RoomEvent.Disconnected, () => (isSignalled = false))
    .on(RoomEvent.SignalConnected, () => {
      isSignalled = true;
      // One that was still under way when the connection before was given up is entered here all the same, although the
      // server has never heard of it; publishing it would then be skipped as done (livekit-client 2.23).
      for (const { track } of publications()) if (track) void unpublish(track);
    });

  return (source) => ({
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
      await localParticipant.publishTrack(track, { source });
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
        // livekit-client unpublishes too: just before it says that the connection is lost, and to publish again after a full
        // reconnect, when it is « reconnecting ». Of a connection that it resumes it can only have heard it from the server.
        const isRepublishing = room.state === ConnectionState.Reconnecting;
        queueMicrotask(() => listener(isSignalled && !isRepublishing ? track : null));
      });
    },
  });
}
