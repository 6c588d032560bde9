import { useEffect } from 'react';
import { useRoomSession } from '../session/session-context.ts';
import type { TrackReference } from './track-reference.ts';

/** Receives the pictures of the tiles on this page only; everybody is heard all the same. */
export function useVisibleVideo(
  references: readonly TrackReference[],
  visible: readonly TrackReference[],
): void {
  const { choosePictures } = useRoomSession();
  useEffect(() => {
    const isVisible = new Set(visible);
    choosePictures(
      visible,
      references.filter((reference) => !isVisible.has(reference)),
    );
  }, [choosePictures, references, visible]);
}
