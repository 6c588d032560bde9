import { Notification } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import type { SharingSign, SignActions } from './follow-sharing.ts';

type Deps = SignActions & { readonly words: () => Words };

/** A notification that stays, for Wayland, where no window may ask to be on top. */
export function sharingNotification({ stop, comeBack, words }: Deps): SharingSign {
  let shown: Notification | null = null;
  const hide = (): void => {
    shown?.close();
    shown = null;
  };
  return {
    show() {
      if (shown) return;
      const { title, text, stop: label } = words().screenShare.notification;
      shown = new Notification({
        title,
        body: text,
        timeoutType: 'never',
        silent: true,
        actions: [{ type: 'button', text: label }],
      });
      shown.on('action', stop);
      // Some desktops show no buttons: in the meeting's window there is one.
      shown.on('click', comeBack);
      shown.show();
    },
    hide,
    end: hide,
  };
}
