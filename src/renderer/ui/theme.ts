import { useLayoutEffect } from 'react';

/** The attribute by which a page asks for dark whatever the system says. */
const staysDark = 'staysDark';

/** Light or dark as the system says, from now on; before the first render, so that nothing flashes. */
export function followSystemTheme(root: HTMLElement, prefersDark: MediaQueryList): void {
  paint(root, prefersDark);
  prefersDark.addEventListener('change', () => paint(root, prefersDark));
}

/** Dark while the component is there: a meeting is always dark, like a cinema. */
export function useDarkTheme(): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const prefersDark = matchMedia(systemDark);
    root.dataset[staysDark] = '';
    paint(root, prefersDark);
    return () => {
      delete root.dataset[staysDark];
      paint(root, prefersDark);
    };
  }, []);
}

export const systemDark = '(prefers-color-scheme: dark)';

function paint(root: HTMLElement, { matches }: MediaQueryList): void {
  root.dataset['frTheme'] = matches || staysDark in root.dataset ? 'dark' : 'light';
}
