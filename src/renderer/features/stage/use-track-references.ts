import { RoomEvent, type Room } from 'livekit-client';
import { useMemo, useSyncExternalStore } from 'react';
import type { TrackReference } from './track-reference.ts';

const publications = [
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;

/** What `read` finds among the tracks that are published; `read` is to stay the same function until it finds other ones. */
export function useTrackReferences(
  room: Room,
  read: () => readonly TrackReference[],
): readonly TrackReference[] {
  const references = useMemo(() => watchTrackReferences(room, read), [room, read]);
  return useSyncExternalStore(references.onChange, references.current);
}

/** Reads again whenever a track comes, goes, or is muted; `current` stays the same object unless that changes a tile. */
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

/** Whether these are the same pictures of the same people in the same order. */
export const isSame = (now: readonly TrackReference[], before: readonly TrackReference[]): boolean =>
  now.length === before.length &&
  now.every(
    ({ participant, source }, place) =>
      participant === before[place]?.participant && source === before[place].source,
  );
