import { useLayoutEffect } from 'react';

const attribute = 'data-fr-theme';

/** The room is dark like a cinema. DSFR 1.14 reads its theme from the root element only, so it is lent to the room. */
export function useDarkPage(): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = root.getAttribute(attribute);
    root.setAttribute(attribute, 'dark');
    return () => {
      if (before === null) root.removeAttribute(attribute);
      else root.setAttribute(attribute, before);
    };
  }, []);
}
