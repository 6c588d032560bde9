import { RoomEvent, type Room } from 'livekit-client';
import { readRoomMetadata } from '../../../../shared/room-metadata.ts';
import { isInterpreter } from './participants.ts';

/** Whom the moderators want everybody to see; identities. */
export type Featured = {
  /** Put forward for everybody; null while nobody is. */
  readonly spotlight: string | null;
  /** Those who interpret into a sign language. */
  readonly interpreters: readonly string[];
};

const changes = [
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.RoomMetadataChanged,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
] as const;

/** As the room says it; `current` stays the same object until that changes. */
export function watchFeatured(room: Room): {
  current(): Featured;
  onChange(listener: () => void): () => void;
} {
  let featured = read(room);
  return {
    current() {
      const now = read(room);
      if (!isSame(now, featured)) featured = now;
      return featured;
    },
    onChange(listener) {
      changes.forEach((event) => room.on(event, listener));
      return () => changes.forEach((event) => room.off(event, listener));
    },
  };
}

const read = (room: Room): Featured => ({
  spotlight: readRoomMetadata(room.metadata ?? '')?.spotlight ?? null,
  interpreters: [room.localParticipant, ...room.remoteParticipants.values()]
    .filter(isInterpreter)
    .map(({ identity }) => identity),
});

const isSame = (one: Featured, other: Featured): boolean =>
  one.spotlight === other.spotlight &&
  one.interpreters.length === other.interpreters.length &&
  one.interpreters.every((identity, index) => identity === other.interpreters[index]);
