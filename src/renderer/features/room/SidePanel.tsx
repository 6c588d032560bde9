import { RiCloseLine } from '@remixicon/react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../../ui/words-context.ts';

type Props = {
  readonly title: string;
  /** False when it opened by itself: the focus stays where it is. */
  readonly takeFocus: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One panel at a time, at the right; over the tiles in a narrow window. */
export function SidePanel({ title, takeFocus, onClose, children }: Props): ReactNode {
  const { panel } = useWords().room;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus, title]);
  return (
    <aside
      className="side-panel"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="side-panel__head">
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label={panel.close} onClick={onClose}>
          <RiCloseLine size={20} aria-hidden />
        </button>
      </div>
      <div className="side-panel__body">{children}</div>
    </aside>
  );
}
