import { screen, type BrowserWindow } from 'electron';
import { ok } from '../../shared/result.ts';
import type { Language } from '../../shared/settings/settings.ts';
import { sharingBarCalls } from '../../shared/sharing-bar.ts';
import { words } from '../../shared/words/words.ts';
import type { Log } from '../log/log.ts';
import { ownWindows } from '../window/own-windows.ts';
import { whileOpen } from '../window/while-open.ts';
import type { SharingSign, SignActions } from './follow-sharing.ts';

type Deps = SignActions & { readonly language: () => Language; readonly log: Log };

const size = { width: 240, height: 40 };
/** From the upper edge of the screen. */
const top = 8;

/** A small bar on top of all windows, for systems where a window may ask for that. */
export function sharingBar({ stop, comeBack, language, log }: Deps): SharingSign {
  const open = ownWindows({ name: 'sharing-bar', file: 'sharing-bar.html', log });
  let bar: BrowserWindow | null = null;
  let isWanted = false;

  function openBar(): BrowserWindow {
    const opened = open(
      { ...size, ...place(), frame: false, skipTaskbar: true, alwaysOnTop: true, acceptFirstMouse: true },
      sharingBarCalls,
      {
        'bar:start': async () => ok({ language: language(), words: words[language()].screenShare.bar }),
        'bar:stop': async () => {
          stop();
          return ok();
        },
        'bar:return': async () => {
          comeBack();
          return ok();
        },
      },
    );
    // Also above what fills the screen, as a presentation does, and itself not in the picture (Windows, macOS).
    opened.setAlwaysOnTop(true, 'screen-saver');
    // Without the transformation, which takes the app out of the Dock of macOS and puts it back.
    opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    opened.setContentProtection(true);
    opened.once('ready-to-show', () => {
      if (isWanted) whileOpen(opened, () => opened.showInactive());
    });
    opened.once('closed', () => {
      if (bar === opened) bar = null;
    });
    return opened;
  }

  return {
    show() {
      isWanted = true;
      if (bar === null) bar = openBar();
      else whileOpen(bar, (shown) => shown.showInactive());
    },
    hide() {
      isWanted = false;
      if (bar) whileOpen(bar, (shown) => shown.hide());
    },
    end() {
      isWanted = false;
      if (bar) whileOpen(bar, (shown) => shown.destroy());
      bar = null;
    },
  };
}

/** In the middle at the top of the screen where somebody works now. */
function place(): { readonly x: number; readonly y: number } {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  return { x: Math.round(workArea.x + (workArea.width - size.width) / 2), y: workArea.y + top };
}
