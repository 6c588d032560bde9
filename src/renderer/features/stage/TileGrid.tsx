import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react';
import { useWords } from '../../ui/words-context.ts';
import { useRoster } from '../session/participants/roster-context.ts';
import { useStay } from '../session/stay-context.ts';
import { useRoomSession } from '../session/session-context.ts';
import { layOutTiles, mostTiles, pageOf, tileGap, tilesThatFit } from './layouts/grid.ts';
import { Tile } from './Tile.tsx';
import { useTileOrder } from './use-tile-order.ts';
import { trackReferenceKey } from './track-reference.ts';
import { useTrackReferences } from './use-track-references.ts';
import { useVisibleVideo } from './use-visible-video.ts';
import './tiles.css';

export function TileGrid(): ReactNode {
  const { tiles } = useWords().room;
  const { room } = useRoomSession();
  const { participants, unverified } = useRoster();
  const { self } = useStay();
  const area = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(area);
  const [wanted, setWanted] = useState(0);
  // Until the area is measured we lay out a full page, which is right in most windows.
  const pageSize = width === 0 ? mostTiles : tilesThatFit(width, height);
  const ordered = useTileOrder(room, participants, pageSize);
  const references = useTrackReferences(room, ordered);
  const { page, pages, visible } = useMemo(
    () => pageOf(references, wanted, pageSize),
    [references, wanted, pageSize],
  );
  useVisibleVideo(references, visible);
  const layout = layOutTiles(visible.length, width, height);
  // Centres the last row, and keeps a row from taking one tile more than planned.
  const maxWidth = layout.columns * (layout.width + tileGap) - tileGap;
  return (
    <div className="stage">
      <div ref={area} className="stage__area">
        <ul
          className="tiles"
          aria-label={tiles.label}
          style={
            {
              '--tile-width': `${layout.width}px`,
              '--tile-height': `${layout.height}px`,
              maxWidth,
            } as CSSProperties
          }
        >
          {visible.map((reference) => (
            <Tile
              key={trackReferenceKey(reference)}
              participant={reference.participant}
              source={reference.source}
              ownName={reference.participant === room.localParticipant ? self.displayName : null}
              unverified={unverified.has(reference.participant.identity)}
            />
          ))}
        </ul>
      </div>
      {pages > 1 && (
        <nav className="pager" aria-label={tiles.page(page + 1, pages)}>
          <button
            type="button"
            className="icon-button"
            aria-label={tiles.previousPage}
            disabled={page === 0}
            onClick={() => setWanted(page - 1)}
          >
            <RiArrowLeftSLine size={24} aria-hidden />
          </button>
          <span aria-hidden>{tiles.page(page + 1, pages)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={tiles.nextPage}
            disabled={page === pages - 1}
            onClick={() => setWanted(page + 1)}
          >
            <RiArrowRightSLine size={24} aria-hidden />
          </button>
        </nav>
      )}
    </div>
  );
}

function useSize(element: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly height: number;
} {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: measured.clientWidth, height: measured.clientHeight }),
    );
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
