import { app, dialog, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/words.ts';
import { steadyClock } from '../clocks.ts';
import { logConsole } from '../log/log-console.ts';
import type { Log } from '../log/log.ts';
import { recoverPage } from './page-recovery.ts';

type Deps = {
  readonly window: BrowserWindow;
  /** Told each time the page goes away: reload, crash, navigation. */
  readonly onGone: () => void;
  readonly words: () => Words;
  readonly log: Log;
};

/** Logs what LiveKit warns of in the page, and loads the page again after a crash; if it crashes again and again, the app says so and ends. */
export function supervisePage({ window, onGone, words, log }: Deps): void {
  logConsole(window.webContents, log, steadyClock);
  const giveUp = (): void => {
    const { title, text } = words().crash;
    dialog.showErrorBox(title, text);
    app.quit();
  };
  recoverPage(window, onGone, giveUp, log);
}
