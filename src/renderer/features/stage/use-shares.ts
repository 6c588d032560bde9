import type { Participant, Room } from 'livekit-client';
import { useCallback, useState } from 'react';
import { useStageView } from '../session/session-context.ts';
import { sharesOf, trackReferenceKey, type TrackReference } from './track-reference.ts';
import { useTrackReferences } from './use-track-references.ts';

/** The screens that are shared now, the one in front first: the one that was clicked, or else the newest. */
export function useShares(room: Room, participants: readonly Participant[]): readonly TrackReference[] {
  const inFront = useStageView(({ share }) => share);
  const read = useCallback(() => sharesOf(participants), [participants]);
  const shared = useTrackReferences(room, read);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const keys = shared.map(trackReferenceKey);
  const isNew = (key: string): boolean => !seen.includes(key);
  // What is shared while nobody has looked yet is as old as one another.
  const order = [...keys.filter(isNew), ...seen.filter((key) => keys.includes(key))];
  if (order.some((key, place) => key !== seen[place]) || order.length !== seen.length) setSeen(order);
  const rank = (reference: TrackReference): number => {
    const key = trackReferenceKey(reference);
    return key === inFront ? -1 : order.indexOf(key);
  };
  return shared.toSorted((one, other) => rank(one) - rank(other));
}
