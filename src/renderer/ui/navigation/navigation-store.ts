import { createStore } from 'zustand/vanilla';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { InvitationLink } from '../../../shared/invitation-link.ts';

/**
 * Pages that are no part of a meeting and can be opened at any time; in a browser each can become an address. Each is loaded
 * by an entry in `app/load-pages.ts` and drawn by `app/CurrentOverlay.tsx`.
 */
export type OverlayPage =
  /** « J'active mon matériel », opened on the trouble that led there, if one did. */
  | { readonly name: 'devices'; readonly trouble: Diagnosis | null }
  | { readonly name: 'accessibility' }
  | { readonly name: 'settings' }
  | { readonly name: 'shortcuts' };

/** Questions that a link raises; they are no page, and have no address. */
type OverlayQuestion =
  | { readonly name: 'other-meeting'; readonly link: InvitationLink }
  /** A link that opens nothing, while there is something better to show than its failure alone. */
  | { readonly name: 'link-refused'; readonly failure: Failure };

/** What lies over the page of the current phase. One at a time: whatever comes next takes its place. */
export type Overlay = OverlayPage | OverlayQuestion;

export type Navigation = {
  readonly overlay: Overlay | null;
  show(overlay: Overlay): void;
  close(): void;
};

export type NavigationStoreApi = ReturnType<typeof createNavigationStore>;

export const createNavigationStore = () =>
  createStore<Navigation>()((set) => ({
    overlay: null,
    show: (overlay) => set({ overlay }),
    close: () => set({ overlay: null }),
  }));
