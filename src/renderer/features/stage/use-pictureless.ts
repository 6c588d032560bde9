import type { Participant, Room } from 'livekit-client';
import { useCallback, useMemo } from 'react';
import { picturesOf, type TrackReference } from './track-reference.ts';
import { useTrackReferences } from './use-track-references.ts';

const none: readonly TrackReference[] = [];

/** Which of the others have no picture now and are to stand in one line; nobody unless `folds`. */
export function usePictureless(
  room: Room,
  participants: readonly Participant[],
  folds: boolean,
): (person: Participant) => boolean {
  const read = useCallback(() => (folds ? picturesOf(participants) : none), [folds, participants]);
  const pictures = useTrackReferences(room, read);
  return useMemo(() => {
    const pictured = new Set<Participant>(pictures.map(({ participant }) => participant));
    return (person) => folds && person !== room.localParticipant && !pictured.has(person);
  }, [room, folds, pictures]);
}
