import { useEffect } from 'react';
import { useRoomSession } from '../session/session-context.ts';
import type { TileSubject } from './tile-subject.ts';

/** Receives the pictures of the tiles on this page only; everybody is heard all the same. */
export function useDrawnPictures(subjects: readonly TileSubject[], drawn: readonly TileSubject[]): void {
  const { choosePictures } = useRoomSession();
  useEffect(() => {
    const isDrawn = new Set(drawn);
    choosePictures(
      drawn,
      subjects.filter((subject) => !isDrawn.has(subject)),
    );
  }, [choosePictures, subjects, drawn]);
}
