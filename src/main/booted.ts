import type { BrowserWindow } from 'electron';
import type { AnswerCall } from './calls/ipc.ts';
import type { AppLog } from './log/log.ts';
import type { DeepLinks } from './outside/deep-links.ts';
import type { RequestFilter } from './page/request-filter.ts';
import type { Permissions } from './page/security.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

/** What the start has built before the window's page is there (`boot.ts`), and the rest of the app is built on (`open-app.ts`). */
export type Booted = {
  readonly settings: SettingsKeeper;
  readonly window: BrowserWindow;
  readonly requestFilter: RequestFilter;
  readonly permissions: Permissions;
  readonly deepLinks: DeepLinks;
  /** Ends the app, which then starts again. */
  readonly restart: () => void;
  readonly giveAnswers: (answer: AnswerCall) => void;
  readonly log: AppLog;
};
