import { RiCloseLine } from '@remixicon/react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { isNamedKey } from '../../../shared/shortcuts/shortcut-key.ts';
import { useWords } from '../../ui/words-context.ts';
import { panels, type PanelName } from './panels.tsx';
import './side-panel.css';

type Props = {
  readonly name: PanelName;
  /** False when it opened by itself: the focus stays where it is. */
  readonly takeFocus: boolean;
  readonly onClose: () => void;
};

/** One panel at a time, at the right; over the tiles in a narrow window. */
export function SidePanel({ name, takeFocus, onClose }: Props): ReactNode {
  const words = useWords().room;
  const { panel } = words;
  const { title, Body } = panels[name];
  const titleId = useId();
  const aside = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  useEffect(() => {
    const shown = aside.current;
    const onKey = (event: KeyboardEvent): void => {
      if (isNamedKey(event, 'Escape')) onClose();
    };
    shown?.addEventListener('keydown', onKey);
    return () => shown?.removeEventListener('keydown', onKey);
  });
  return (
    <aside ref={aside} className="side-panel" aria-labelledby={titleId}>
      <div className="side-panel__head">
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title(words)}
        </h2>
        <button type="button" className="icon-button" aria-label={panel.close} onClick={onClose}>
          <RiCloseLine size={20} aria-hidden />
          <span className="room-tooltip" aria-hidden>
            {panel.close}
          </span>
        </button>
      </div>
      <div className="side-panel__body">
        <Body />
      </div>
    </aside>
  );
}
