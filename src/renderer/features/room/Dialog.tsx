import { useEffect, useId, useRef, type ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** Échap. */
  readonly onCancel: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside and gives it back when it closes. */
export function Dialog({ title, onCancel, wide = false, children }: Props): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? 'room-dialog room-dialog--wide' : 'room-dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Closing is the parent's: it stops rendering the dialog.
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId} className="room-dialog__title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
