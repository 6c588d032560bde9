import { useEffect, useId, useRef, type ReactNode } from 'react';
import './dialog.css';

type Props = {
  readonly title: string;
  /** Escape, or whatever else the system has for « not now ». */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `page`: as large as the window. */
  readonly size?: 'question' | 'page';
};

/**
 * A modal question or page. The focus goes to what carries `data-autofocus`, in a page to the title, so that it begins at the
 * top; and back where it was afterwards.
 */
export function Dialog({ title, onClose, children, size = 'question' }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Only the one who opened it takes it away: it may have something to do first.
        event.preventDefault();
        onClose();
      }}
    >
      <h2
        id={titleId}
        className="dialog__title"
        {...(size === 'page' && { tabIndex: -1, 'data-autofocus': true })}
      >
        {title}
      </h2>
      {children}
    </dialog>
  );
}
