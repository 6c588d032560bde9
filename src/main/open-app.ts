import { randomUUID } from 'node:crypto';
import {
  app,
  clipboard,
  dialog,
  Menu,
  net,
  powerSaveBlocker,
  shell,
  systemPreferences,
  type BrowserWindow,
} from 'electron';
import { words } from '../shared/words/words.ts';
import { answerCalls } from './answer-calls.ts';
import type { Config } from './config.ts';
import { offerContextMenu } from './context-menu.ts';
import { keepCurrentMeeting } from './current-meeting.ts';
import type { DeepLinks } from './deep-links.ts';
import type { Egress } from './egress.ts';
import { appHandlers } from './handlers/app-handlers.ts';
import { meetingHandlers } from './handlers/meeting-handlers.ts';
import type { AnswerCall } from './ipc.ts';
import { keepAwake } from './keep-awake.ts';
import { leaveBeforeQuit } from './leave-before-quit.ts';
import type { Log } from './log.ts';
import { connectMeetingEvents } from './meeting-events.ts';
import { connectMeetingService, type Fetch } from './meeting-service.ts';
import { applicationMenu } from './menu.ts';
import { createPageEvents } from './page-events.ts';
import { recoverPage } from './page-recovery.ts';
import { isOurPage } from './security.ts';
import { openSettings } from './settings-file.ts';
import { bringToFront } from './window.ts';

type Booted = {
  readonly config: Config;
  readonly window: BrowserWindow;
  readonly egress: Egress;
  readonly deepLinks: DeepLinks;
  readonly giveAnswers: (answer: AnswerCall) => void;
  readonly log: Log;
};

/** Builds what stands behind the window and hands the parts to one another. */
export function openApp({ config, window, egress, deepLinks, giveAnswers, log }: Booted): void {
  const { serverOrigin } = config;
  const settings = openSettings(app.getPath('userData'), log);
  const currentWords = () => words[settings.get().language];
  const setMenu = (): void => Menu.setApplicationMenu(applicationMenu(process.platform, currentWords()));
  setMenu();

  const fetch: Fetch = (url, init) => net.fetch(url, init);
  const service = connectMeetingService({
    origin: serverOrigin,
    fetch,
    isOnline: () => net.isOnline(),
    appVersion: app.getVersion(),
  });
  const pageEvents = createPageEvents((channel, name, payload) =>
    window.webContents.send(channel, name, payload),
  );
  const current = keepCurrentMeeting({
    events: connectMeetingEvents({ origin: serverOrigin, fetch, random: Math.random }),
    announce: pageEvents.announce,
    allowMedia: egress.allowMedia,
    onPresence: keepAwake(powerSaveBlocker),
    now: Date.now,
  });

  const isOurFrame = (event: Electron.IpcMainInvokeEvent): boolean =>
    event.senderFrame !== null &&
    event.senderFrame === window.webContents.mainFrame &&
    isOurPage(event.senderFrame.url);
  const about = { appVersion: app.getVersion(), platform: knownPlatform(), serverOrigin };
  const handlers = {
    ...meetingHandlers({ service, serverOrigin, current, settings, newKey: randomUUID }),
    ...appHandlers({
      service,
      settings,
      current,
      about,
      allowMedia: egress.allowMedia,
      onLanguage: setMenu,
      onPageReady: pageEvents.pageReady,
      system: { shell, clipboard, preferences: systemPreferences },
    }),
  };
  giveAnswers(answerCalls(handlers, { isOurFrame, log }));

  offerContextMenu(window.webContents, currentWords);
  const pageGone = (): void => {
    pageEvents.pageGone();
    current.pageGone();
  };
  const giveUp = (): void => {
    const { title, text } = currentWords().crash;
    dialog.showErrorBox(title, text);
    app.quit();
  };
  recoverPage(window, pageGone, giveUp, log);
  leaveBeforeQuit(app, () => (current.get()?.present ? handlers['meeting:leave']() : null));
  deepLinks.forwardTo((link) => {
    bringToFront(window);
    if (link.ok) pageEvents.announce('link:opened', link.value);
    else pageEvents.announce('link:refused', link.error);
  });
}

function knownPlatform(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
