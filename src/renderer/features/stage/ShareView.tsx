import { RiFullscreenExitLine, RiFullscreenLine, RiZoomInLine, RiZoomOutLine } from '@remixicon/react';
import type { RemixiconComponentType } from '@remixicon/react';
import type { Track } from 'livekit-client';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { isNamedKey, shortcutKey } from '../../../shared/shortcuts/shortcut-key.ts';
import { useWords } from '../../ui/words-context.ts';
import { useStageView } from '../session/session-context.ts';
import { magnify, moveBy, whole, zoomStep } from './layouts/magnify.ts';
import { Picture } from './Picture.tsx';
import { useWheel } from './use-wheel.ts';
import './share-view.css';

const middle = { x: 0.5, y: 0.5 };
/** Of the tile, with each press of an arrow key. */
const step = 0.1;
const arrows = {
  ArrowLeft: { x: step, y: 0 },
  ArrowRight: { x: -step, y: 0 },
  ArrowUp: { x: 0, y: step },
  ArrowDown: { x: 0, y: -step },
} as const;

type Props = { readonly track: Track; readonly tileKey: string };

/** Somebody's screen, large: it can be magnified, moved, and made to fill the window. */
export function ShareView({ track, tileKey }: Props): ReactNode {
  const { share } = useWords().room;
  const [view, setView] = useState(whole);
  const isFilling = useStageView(({ filling }) => filling === tileKey);
  const fill = useStageView((store) => store.fill);
  const unfill = useStageView((store) => store.unfill);
  // The next one does not fill the window unasked.
  useEffect(() => () => unfill(tileKey), [unfill, tileKey]);
  const toggleFilling = (): void => (isFilling ? unfill : fill)(tileKey);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = (factor: number): void => setView((now) => magnify(now, factor, middle));
  useWheel(frame, (deltaY, at) => setView((now) => magnify(now, deltaY < 0 ? zoomStep : 1 / zoomStep, at)));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const sign = shortcutKey(event.nativeEvent);
    const arrow = Object.entries(arrows).find(([name]) =>
      isNamedKey(event.nativeEvent, name as keyof typeof arrows),
    );
    if (sign === '+' || sign === '=') zoom(zoomStep);
    else if (sign === '-') zoom(1 / zoomStep);
    else if (sign === '0') setView(whole);
    else if (arrow) setView((now) => moveBy(now, arrow[1]));
    else if (isNamedKey(event.nativeEvent, 'Escape') && isFilling) unfill(tileKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerMove = ({ buttons, movementX, movementY, currentTarget }: PointerEvent): void => {
    if (buttons !== 1 || view.scale === 1) return;
    const { clientWidth, clientHeight } = currentTarget;
    setView((now) => moveBy(now, { x: movementX / clientWidth, y: movementY / clientHeight }));
  };
  const percent = Math.round(view.scale * 100);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys, wheel and pointer magnify and move it
    <div
      ref={frame}
      className="share-view"
      data-magnified={view.scale > 1}
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- for these keys
      tabIndex={0}
      aria-label={share.view}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onDoubleClick={toggleFilling}
    >
      <div
        className="share-view__picture"
        style={{ transform: `translate(${view.x * 100}%, ${view.y * 100}%) scale(${view.scale})` }}
      >
        <Picture track={track} isWhole />
      </div>
      <div className="share-view__tools">
        <Tool
          icon={RiZoomOutLine}
          label={share.zoomOut}
          disabled={view.scale === 1}
          onClick={() => zoom(1 / zoomStep)}
        />
        <output className="share-view__percent" aria-label={share.zoom}>
          {share.percent(percent)}
        </output>
        <Tool
          icon={RiZoomInLine}
          label={share.zoomIn}
          disabled={percent >= 400}
          onClick={() => zoom(zoomStep)}
        />
        <Tool
          icon={isFilling ? RiFullscreenExitLine : RiFullscreenLine}
          label={isFilling ? share.unfill : share.fill}
          onClick={toggleFilling}
        />
      </div>
    </div>
  );
}

type ToolProps = {
  readonly icon: RemixiconComponentType;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
};

function Tool({ icon: Icon, label, disabled = false, onClick }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={20} aria-hidden />
    </button>
  );
}
