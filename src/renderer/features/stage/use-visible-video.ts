import { useEffect, useRef } from 'react';
import { useRoomSession } from '../session/session-context.ts';
import { trackReferenceKey, type TrackReference } from './track-reference.ts';
import { isSame } from './use-track-references.ts';

/** Receives the pictures of the tiles that are seen only; everybody is heard all the same. */
export function useVisibleVideo(
  references: readonly TrackReference[],
  visible: readonly TrackReference[],
): void {
  const { choosePictures } = useRoomSession();
  const chosen = useRef<{ visible: readonly TrackReference[]; hidden: readonly TrackReference[] } | null>(
    null,
  );
  useEffect(() => {
    const seen = new Set(visible.map(trackReferenceKey));
    const hidden = references.filter((reference) => !seen.has(trackReferenceKey(reference)));
    const before = chosen.current;
    if (before && isSame(before.visible, visible) && isSame(before.hidden, hidden)) return;
    chosen.current = { visible, hidden };
    choosePictures(visible, hidden);
  });
}
