import { createContext, useContext, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { ShortcutName } from '../../../shared/shortcuts/catalogue.ts';
import { createShortcutListener, type ShortcutHandler, type ShortcutListener } from './shortcut-listener.ts';

const ShortcutsContext = createContext<ShortcutListener | null>(null);

/** Hears the keyboard for all shortcuts of the page. */
export function Shortcuts({ children }: { readonly children: ReactNode }): ReactNode {
  const [listener] = useState(() =>
    createShortcutListener({ focused: () => document.activeElement, isDialogOpen }),
  );
  useEffect(() => {
    const { keyDown, keyUp, blur } = listener;
    window.addEventListener('keydown', keyDown);
    window.addEventListener('keyup', keyUp);
    window.addEventListener('blur', blur);
    return () => {
      window.removeEventListener('keydown', keyDown);
      window.removeEventListener('keyup', keyUp);
      window.removeEventListener('blur', blur);
    };
  }, [listener]);
  return <ShortcutsContext value={listener}>{children}</ShortcutsContext>;
}

/** `Dialog.tsx` opens each as a modal one. */
const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null;

/** Acts on a key of the catalogue; the handler is the one of the last render. */
export function useShortcut(name: ShortcutName, handler: ShortcutHandler): void {
  const listener = useContext(ShortcutsContext);
  if (!listener) throw new Error('useShortcut needs Shortcuts above it');
  const press = useEffectEvent(() => handler.press());
  const release = useEffectEvent(() => handler.release?.());
  const pressBehindDialog = useEffectEvent(() => handler.pressBehindDialog?.());
  useEffect(
    () =>
      listener.add(name, {
        press: () => press(),
        release: () => release(),
        pressBehindDialog: () => pressBehindDialog(),
      }),
    [listener, name],
  );
}
