import type { BrowserWindow } from 'electron';

/** What tells, outside of the meeting's window, that something is shared. */
export type SharingSign = {
  show(): void;
  /** It may be shown again soon. */
  hide(): void;
  end(): void;
};

/** What can be done from there. */
export type SignActions = { readonly stop: () => void; readonly comeBack: () => void };

type Watched = Pick<BrowserWindow, 'isFocused' | 'isMinimized' | 'isDestroyed'> & {
  on(event: 'focus' | 'blur' | 'minimize' | 'restore' | 'closed', listener: () => void): unknown;
};

export type SharingFollower = { begin(): void; end(): void };

/**
 * Shows the sign while something is shared and the meeting's window, where it is said too, has not the focus: others may lie over
 * it then.
 */
export function followSharing(window: Watched, sign: SharingSign): SharingFollower {
  let isSharing = false;
  const follow = (): void => {
    if (!isSharing || window.isDestroyed()) return;
    if (window.isFocused() && !window.isMinimized()) sign.hide();
    else sign.show();
  };
  for (const event of ['focus', 'blur', 'minimize', 'restore'] as const) window.on(event, follow);
  window.on('closed', () => sign.end());
  return {
    begin() {
      isSharing = true;
      follow();
    },
    end() {
      isSharing = false;
      sign.end();
    },
  };
}
