import { createStore } from 'zustand/vanilla';
import type { Diagnosis } from '../../../shared/devices/diagnose.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { InvitationLink } from '../../../shared/invitation-link.ts';

/**
 * Pages that are no part of a meeting and can be opened at any time; in a browser each can become an address. Each is loaded
 * by an entry in `app/load-pages.ts` and drawn by `app/CurrentOverlays.tsx`.
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

/** What lies over the page of the current phase. */
export type Overlay = OverlayPage | OverlayQuestion;

export type Navigation = {
  /** The one that is seen. */
  readonly overlay: Overlay | null;
  /** What it was opened from and leads back to, the lowest first; drawn on, so that what was typed there is not lost. */
  readonly below: readonly Overlay[];
  /** In place of whatever there is. */
  show(overlay: Overlay): void;
  /** Over what is seen. */
  open(page: OverlayPage): void;
  back(): void;
  close(): void;
};

export type NavigationStoreApi = ReturnType<typeof createNavigationStore>;

export const createNavigationStore = () =>
  createStore<Navigation>()((set) => ({
    overlay: null,
    below: [],
    show: (overlay) => set({ overlay, below: [] }),
    open: (page) =>
      set(({ overlay, below }) => ({ overlay: page, below: overlay ? [...below, overlay] : below })),
    back: () => set(({ below }) => ({ overlay: below.at(-1) ?? null, below: below.slice(0, -1) })),
    close: () => set({ overlay: null, below: [] }),
  }));
