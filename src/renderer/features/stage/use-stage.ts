import { Track, type Participant } from 'livekit-client';
import { useState } from 'react';
import { useRoster } from '../session/participants/roster-context.ts';
import { useRoomSession, useStageView } from '../session/session-context.ts';
import { arrange } from './layouts/arrange.ts';
import { firstPage, layOutStage, type LaidOut } from './layouts/lay-out-stage.ts';
import type { Size } from './layouts/regions.ts';
import { camerasOf, trackReferenceKey, type TrackReference } from './track-reference.ts';
import { usePictureless } from './use-pictureless.ts';
import { useShares } from './use-shares.ts';
import { useTileOrder } from './use-tile-order.ts';
import { useVisibleVideo } from './use-visible-video.ts';

type StageTile = TrackReference & {
  readonly id: string;
  readonly identity: string;
  readonly isPinned: boolean;
  readonly isKept: boolean;
};

export type Stage = LaidOut<StageTile> & {
  /** Something is large, and others beside it, seen or folded. */
  readonly hasFilmstrip: boolean;
  readonly turnTo: (page: number) => void;
  /** People who have no tile, because they have no picture. */
  readonly folded: readonly Participant[];
};

/** Who is seen where on a stage of this size. */
export function useStage(area: Size): Stage {
  const { room } = useRoomSession();
  const { participants } = useRoster();
  const view = useStageView((whole) => whole);
  const [wanted, turnTo] = useState(0);
  const shares = useShares(room, participants);
  const isFolded = usePictureless(room, participants, view.foldsPictureless);

  const isPinned = (reference: TrackReference): boolean => view.pins.includes(trackReferenceKey(reference));
  const toTile = (reference: TrackReference): StageTile => ({
    ...reference,
    id: trackReferenceKey(reference),
    identity: reference.participant.identity,
    isPinned: isPinned(reference),
    isKept: false,
  });
  const shown = camerasOf(participants.filter((person) => !isFolded(person)));
  // Who is pinned stands apart, and takes nobody's place.
  const flowing = useSame(
    shown.filter((camera, place) => place === 0 || !isPinned(camera)).map(({ participant }) => participant),
  );
  const input = { layout: view.layout, shares: shares.map(toTile), spotlight: null };
  const unordered = arrange({ ...input, people: shown.map(toTile) });
  const isSpeakerLarge = unordered.main.some(
    ({ source, isPinned: pinned }) => source === Track.Source.Camera && !pinned,
  );
  const hidesSelf = view.self !== 'tile';
  const front = isSpeakerLarge ? 2 : firstPage(unordered, { area, ...view }) + (hidesSelf ? 1 : 0);
  const ordered = useTileOrder(room, flowing, front);
  const pinned = shown.slice(1).filter(isPinned);
  const arrangement = arrange({ ...input, people: [...camerasOf(ordered), ...pinned].map(toTile) });
  const others = arrangement.others.filter(
    ({ participant, source }) =>
      !hidesSelf || participant !== room.localParticipant || source !== Track.Source.Camera,
  );
  const laidOut = layOutStage(
    { ...arrangement, others },
    { area, wanted, ...view, fills: ({ source }) => source === Track.Source.ScreenShare },
  );
  useVisibleVideo(
    [...shares, ...camerasOf(participants)],
    laidOut.placements.map(({ tile }) => tile),
  );
  const hasFilmstrip = arrangement.main.length > 0 && others.length > 0;
  return { ...laidOut, hasFilmstrip, turnTo, folded: participants.filter(isFolded) };
}

/** The same list as before, as long as the same people are on it in the same order. */
function useSame(people: readonly Participant[]): readonly Participant[] {
  const [kept, setKept] = useState(people);
  const isSame = people.length === kept.length && people.every((person, place) => person === kept[place]);
  if (!isSame) setKept(people);
  return isSame ? kept : people;
}
