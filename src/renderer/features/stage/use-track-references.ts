import { RoomEvent, type Participant, type Room } from 'livekit-client';
import { useMemo, useSyncExternalStore } from 'react';
import { trackReferencesOf, type TrackReference } from './track-reference.ts';

const publications = [
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;

/** What the tiles of these people show. */
export function useTrackReferences(
  room: Room,
  participants: readonly Participant[],
): readonly TrackReference[] {
  const references = useMemo(
    () => watchTrackReferences(room, () => trackReferencesOf(participants)),
    [room, participants],
  );
  return useSyncExternalStore(references.onChange, references.current);
}

/** Reads again whenever a track is published or unpublished; `current` stays the same object unless that changes a tile. */
export function watchTrackReferences(
  room: Room,
  read: () => readonly TrackReference[],
): { current(): readonly TrackReference[]; onChange(listener: () => void): () => void } {
  let references = read();
  return {
    current: () => references,
    onChange(listener) {
      const update = (): void => {
        const now = read();
        if (isSame(now, references)) return;
        references = now;
        listener();
      };
      publications.forEach((event) => room.on(event, update));
      // A track may have come between the first reading and now.
      update();
      return () => publications.forEach((event) => room.off(event, update));
    },
  };
}

const isSame = (now: readonly TrackReference[], before: readonly TrackReference[]): boolean =>
  now.length === before.length &&
  now.every(
    ({ participant, source }, place) =>
      participant === before[place]?.participant && source === before[place].source,
  );
