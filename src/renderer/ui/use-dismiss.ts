import { useEffect, type RefObject } from 'react';
import { isNamedKey } from '../../shared/shortcuts/shortcut-key.ts';

/** Closes what is open on Échap and on a click elsewhere. */
export function useDismiss(inside: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (isNamedKey(event, 'Escape')) close();
    };
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) close();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointerdown', onPointer);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerdown', onPointer);
    };
  });
}
