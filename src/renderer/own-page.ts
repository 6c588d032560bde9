// What the windows of main's own have in common. They run by hand and alone: none of the code that shows what strangers send.

export function followSystemTheme(): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const paint = (): void => {
    document.documentElement.dataset['frTheme'] = prefersDark.matches ? 'dark' : 'light';
  };
  paint();
  prefersDark.addEventListener('change', paint);
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}
