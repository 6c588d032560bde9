import { useEffect, useRef, type ReactNode } from 'react';

type Props = {
  readonly children: string;
  /** What the window is called; the title itself unless it would say too little. */
  readonly windowTitle?: string;
  /** False where something else on the page takes the focus. */
  readonly takesFocus?: boolean;
};

/** The title of a page: names the window, and is what a screen reader hears when the page appears. */
export function PageTitle({ children, windowTitle = children, takesFocus = true }: Props): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${windowTitle.replace(/\.$/, '')} – Visio-Agents`;
  }, [windowTitle]);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
