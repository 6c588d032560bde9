import { useRef, useState, type RefObject } from 'react';
import { useStay } from '../session/stay-context.ts';
import type { PanelName } from './panels.tsx';

type SidePanel = {
  readonly panel: { readonly name: PanelName; readonly byUser: boolean } | null;
  /** Where the focus goes when nothing else is left to give it back to. */
  readonly detailsButton: RefObject<HTMLButtonElement | null>;
  readonly toggle: (name: PanelName) => void;
  readonly close: () => void;
};

/** The one panel beside the tiles. For the user who has just opened the meeting, the details open by themselves. */
export function useSidePanel(): SidePanel {
  const { entry } = useStay();
  const [panel, setPanel] = useState<SidePanel['panel']>(
    entry === 'opened' ? { name: 'details', byUser: false } : null,
  );
  const opener = useRef<Element>(null);
  const detailsButton = useRef<HTMLButtonElement>(null);
  return {
    panel,
    detailsButton,
    toggle(name) {
      opener.current = document.activeElement;
      setPanel(panel?.name === name ? null : { name, byUser: true });
    },
    close() {
      setPanel(null);
      // The details may have opened by themselves, or from a button that they took away.
      const before = opener.current;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else detailsButton.current?.focus();
    },
  };
}
