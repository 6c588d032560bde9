import type { ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useOwnMedia, useOwnTrack, useOwnTracks, useStageView } from '../session/session-context.ts';
import { OwnPicture } from './Picture.tsx';

/** Our own picture where it is not among the tiles: small, or only said. */
export function OwnPictureCorner(): ReactNode {
  const { tiles } = useWords().room;
  const self = useStageView((view) => view.self);
  const { camera } = useOwnTracks();
  const isSeen = useOwnTrack(camera) === 'on';
  const media = useOwnMedia(camera);
  if (self === 'tile' || !isSeen || media === null) return null;
  if (self === 'hidden') return <p className="own-corner own-corner--said">{tiles.cameraSeen}</p>;
  return (
    <div className="own-corner" role="img" aria-label={tiles.ownPicture}>
      <OwnPicture media={media} />
    </div>
  );
}
