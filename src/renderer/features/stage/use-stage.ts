import { Track, type Participant } from 'livekit-client';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { watchFeatured, type Featured } from '../session/participants/featured.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { useRoomSession, useStageView } from '../session/session-context.ts';
import { arrange, type Arrangement } from './layouts/arrange.ts';
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
  readonly isSpotlit: boolean;
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
  const featured = useFeatured();
  const isFolded = usePictureless(room, participants, view.foldsPictureless);

  const isPinned = (reference: TrackReference): boolean => view.pins.includes(trackReferenceKey(reference));
  const isFeatured = (identity: string): boolean =>
    identity === featured.spotlight || featured.interpreters.includes(identity);
  const toTile = (reference: TrackReference): StageTile => ({
    ...reference,
    id: trackReferenceKey(reference),
    identity: reference.participant.identity,
    isPinned: isPinned(reference),
    isSpotlit: reference.participant.identity === featured.spotlight,
    isKept: reference.source === Track.Source.Camera && isFeatured(reference.participant.identity),
  });
  const shown = camerasOf(participants.filter((person) => !isFolded(person)));
  // Who is pinned or featured stands apart, and takes nobody's place.
  const standsApart = (camera: TrackReference): boolean =>
    isPinned(camera) || isFeatured(camera.participant.identity);
  const flowing = useSame(
    shown
      .filter((camera, place) => place === 0 || !standsApart(camera))
      .map(({ participant }) => participant),
  );
  const shared = shares.map(toTile);
  const arrangeAll = (cameras: readonly TrackReference[]): Arrangement<StageTile> => {
    const people = cameras.map(toTile);
    const spotlight = people.find(({ identity }) => identity === featured.spotlight) ?? null;
    return arrange({ layout: view.layout, shares: shared, spotlight, people });
  };
  const unordered = arrangeAll(shown);
  const isSpeakerLarge = unordered.main.some(
    ({ source, isPinned: pinned, isKept }) => source === Track.Source.Camera && !pinned && !isKept,
  );
  const hidesSelf = view.self !== 'tile';
  const front = isSpeakerLarge ? 2 : firstPage(unordered, { area, ...view }) + (hidesSelf ? 1 : 0);
  const ordered = useTileOrder(room, flowing, front);
  const arrangement = arrangeAll([...camerasOf(ordered), ...shown.slice(1).filter(standsApart)]);
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

function useFeatured(): Featured {
  const { room } = useRoomSession();
  const featured = useMemo(() => watchFeatured(room), [room]);
  return useSyncExternalStore(featured.onChange, featured.current);
}
