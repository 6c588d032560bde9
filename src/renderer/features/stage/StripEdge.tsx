import { RiArrowDownSLine, RiArrowLeftSLine, RiArrowRightSLine, RiArrowUpSLine } from '@remixicon/react';
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { isNamedKey } from '../../../shared/shortcuts/shortcut-key.ts';
import { useWords } from '../../ui/words-context.ts';
import { useStageView } from '../session/session-context.ts';
import './strip.css';
import { isSide, stripLimits, type Size, type Strip } from './layouts/regions.ts';

/** Of the stage, with each press of a key. */
const step = 0.02;

type Props = {
  readonly area: Size;
  /** Null where it is folded, and nobody stays on each page. */
  readonly strip: Strip | null;
};

/** Between what is large and the filmstrip: drawn by pointer or arrow keys, with the button that folds the filmstrip. */
export function StripEdge({ area, strip }: Props): ReactNode {
  const { tiles } = useWords().room;
  const choose = useStageView((view) => view.choose);
  const isFolded = useStageView((view) => view.isStripFolded);
  const side = isSide(area);
  const across = side ? area.width : area.height;
  const [unfold, fold] = side ? [RiArrowLeftSLine, RiArrowRightSLine] : [RiArrowUpSLine, RiArrowDownSLine];
  const Icon = isFolded ? unfold : fold;
  const label = isFolded ? tiles.unfoldStrip : tiles.foldStrip;
  const share = strip ? strip.thickness / across : 0;
  const draw = (next: number): void =>
    choose({ stripShare: Math.min(stripLimits.most, Math.max(stripLimits.least, next)) });

  const onPointerMove = ({ buttons, clientX, clientY, currentTarget }: PointerEvent): void => {
    const stage = currentTarget.parentElement?.parentElement?.getBoundingClientRect();
    if (buttons === 0 || !stage) return;
    draw(side ? (stage.right - clientX) / across : (stage.bottom - clientY) / across);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isWider = isNamedKey(event.nativeEvent, side ? 'ArrowLeft' : 'ArrowUp');
    if (!isWider && !isNamedKey(event.nativeEvent, side ? 'ArrowRight' : 'ArrowDown')) return;
    event.preventDefault();
    draw(share + (isWider ? step : -step));
  };
  return (
    <div
      className="strip-edge"
      data-side={side}
      style={{ '--strip': `${strip?.thickness ?? 0}px` } as CSSProperties}
    >
      {strip && !isFolded && (
        <div
          className="strip-edge__line"
          role="separator"
          tabIndex={0}
          aria-label={tiles.stripEdge}
          aria-orientation={side ? 'vertical' : 'horizontal'}
          aria-valuemin={stripLimits.least * 100}
          aria-valuemax={stripLimits.most * 100}
          aria-valuenow={Math.round(share * 100)}
          onKeyDown={onKeyDown}
          onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
          onPointerMove={onPointerMove}
        />
      )}
      <button
        type="button"
        className="strip-edge__fold"
        aria-label={label}
        onClick={() => choose({ isStripFolded: !isFolded })}
      >
        <Icon size={20} aria-hidden />
        <span className="room-tooltip" aria-hidden>
          {label}
        </span>
      </button>
    </div>
  );
}
