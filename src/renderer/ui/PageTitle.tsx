import { useEffect, useRef, useState, type ReactNode } from 'react';

type Props = {
  readonly children: string;
  /** What the window is called; the title itself unless it would say too little. */
  readonly windowTitle?: string;
  /** When the page appears; false where something else on it takes the focus. */
  readonly takesFocus?: boolean;
};

/** The title of a page: names the window, and is what a screen reader hears when the page appears. */
export function PageTitle({ children, windowTitle = children, takesFocus = true }: Props): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  const [focusAtFirst] = useState(takesFocus);
  useEffect(() => {
    document.title = `${windowTitle.replace(/\.$/, '')} – Visio-Agents`;
  }, [windowTitle]);
  useEffect(() => {
    if (focusAtFirst) title.current?.focus();
  }, [focusAtFirst]);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
