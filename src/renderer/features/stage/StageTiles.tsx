import { useRef, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { useRoomSession } from '../session/session-context.ts';
import { useStay } from '../session/stay-context.ts';
import { FoldedPeople } from './FoldedPeople.tsx';
import { OwnPictureCorner } from './OwnPictureCorner.tsx';
import { Pager } from './Pager.tsx';
import { StripEdge } from './StripEdge.tsx';
import { Tile } from './Tile.tsx';
import { useSize } from './use-size.ts';
import { useStage } from './use-stage.ts';
import './tiles.css';

/** CSS pixels that the menu of a tile may need. */
const menuWidth = 280;

/** Everybody's tiles, each in the place that the layout gives it. One list for all, so that a picture that moves plays on. */
export function StageTiles(): ReactNode {
  const { tiles } = useWords().room;
  const { room } = useRoomSession();
  const { unverified } = useRoster();
  const { self } = useStay();
  const area = useRef<HTMLDivElement>(null);
  const size = useSize(area);
  const { placements, regions, page, pages, turnTo, folded, hasFilmstrip } = useStage(size);
  const { strip } = regions;
  const isPagedInStrip = hasFilmstrip && strip !== null && pages > 1;
  return (
    <div className="stage">
      <div ref={area} className="stage__area">
        <ul className="tiles" aria-label={tiles.label}>
          {placements.map(({ tile, at, isLarge }) => (
            <Tile
              key={tile.id}
              participant={tile.participant}
              source={tile.source}
              ownName={tile.participant === room.localParticipant ? self.displayName : null}
              unverified={unverified.has(tile.identity)}
              isPinned={tile.isPinned}
              isLarge={isLarge}
              isSpotlit={tile.isSpotlit}
              isLow={at.top > size.height / 2}
              isLeftmost={at.left + at.width < menuWidth}
              left={at.left}
              top={at.top}
              width={at.width}
              height={at.height}
            />
          ))}
        </ul>
        {hasFilmstrip && <StripEdge area={size} strip={strip} />}
        {isPagedInStrip && (
          <div
            className="strip-pager"
            data-side={strip.side}
            style={{ width: strip.side ? strip.thickness : undefined }}
          >
            <Pager page={page} pages={pages} onTurn={turnTo} />
          </div>
        )}
        <OwnPictureCorner />
      </div>
      {pages > 1 && !isPagedInStrip && <Pager page={page} pages={pages} onTurn={turnTo} />}
      {folded.length > 0 && <FoldedPeople count={folded.length} />}
    </div>
  );
}
