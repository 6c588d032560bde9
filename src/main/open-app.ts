import { app, dialog, Menu, powerMonitor, shell, type BrowserWindow } from 'electron';
import type { Failure } from '../shared/failure.ts';
import type { InvitationLink } from '../shared/invitation-link.ts';
import type { Result } from '../shared/result.ts';
import { words } from '../shared/words/words.ts';
import { answerCalls } from './calls/answer-calls.ts';
import { steadyClock } from './clocks.ts';
import { offerContextMenu } from './window/context-menu.ts';
import { quitAnyway } from './credentials/quit-anyway.ts';
import { systemKeychain } from './credentials/system-keychain.ts';
import type { DeepLinks } from './outside/deep-links.ts';
import { followDevices } from './devices/follow-devices.ts';
import type { Egress } from './page/egress.ts';
import { createHandlers } from './handlers/create-handlers.ts';
import type { AnswerCall } from './calls/ipc.ts';
import { leaveBeforeQuit } from './start/leave-before-quit.ts';
import type { AppLog } from './log/log.ts';
import { applicationMenu } from './window/application-menu.ts';
import { noteConsole } from './log/log-console.ts';
import { noteEvent } from './log/log-event.ts';
import { openNetwork } from './open-network.ts';
import { openOutside } from './outside/open-outside.ts';
import { openServices } from './open-services.ts';
import { createPageEvents, type Announce } from './page/page-events.ts';
import { recoverPage } from './page/page-recovery.ts';
import { knownPlatform } from './platform.ts';
import { questions as systemQuestions } from './outside/questions.ts';
import { isOurPage } from './page/security.ts';
import { applySettings } from './settings/apply-settings.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import { watchSeen } from './window/watch-visibility.ts';
import { whileOpen } from './window/while-open.ts';
import { bringToFront } from './window/main-window.ts';
import { zoom, type ZoomChange } from './window/zoom.ts';

type Booted = {
  readonly settings: SettingsKeeper;
  readonly window: BrowserWindow;
  readonly egress: Egress;
  readonly deepLinks: DeepLinks;
  /** Ends the app, which then starts again. */
  readonly restart: () => void;
  readonly giveAnswers: (answer: AnswerCall) => void;
  readonly log: AppLog;
};

/** Builds what stands behind the window and hands the parts to one another. */
export function openApp(booted: Booted): void {
  const { settings, window, egress, deepLinks, restart, giveAnswers, log } = booted;
  const currentWords = () => words[settings.get().language];
  const zoomBy = (change: ZoomChange): void => zoom(window, app.getPath('userData'), change);
  const setMenu = (): void =>
    Menu.setApplicationMenu(applicationMenu(process.platform, currentWords(), zoomBy));
  setMenu();

  const keychain = systemKeychain();
  quitAnyway(app, keychain, () => process.kill(process.pid, 'SIGKILL'));
  const network = openNetwork({ settings, window, egress, keychain, log });
  const questions = systemQuestions(window, currentWords);
  const open = openOutside({ platform: process.platform, shell, env: process.env });
  const allowOwnServer = (): void => egress.allowMain(settings.get().server);
  allowOwnServer();
  const pageEvents = createPageEvents((channel, name, payload) =>
    whileOpen(window, ({ webContents }) => webContents.send(channel, name, payload)),
  );
  const announce: Announce = (name, payload) => {
    noteEvent(name, payload, log);
    pageEvents.announce(name, payload);
  };
  const services = openServices({ settings, window, egress, keychain, network, questions, open, announce });
  const { servers, current } = services;
  const platform = knownPlatform();
  const handlers = createHandlers({
    platform,
    settings,
    egress,
    network,
    services,
    questions,
    open,
    words: currentWords,
    onPageReady: pageEvents.pageReady,
    restart,
    log,
  });
  const isOurFrame = ({ senderFrame }: Electron.IpcMainInvokeEvent): boolean =>
    senderFrame !== null &&
    !window.isDestroyed() &&
    senderFrame === window.webContents.mainFrame &&
    isOurPage(senderFrame.url);
  giveAnswers(answerCalls(handlers, { isOurFrame, log }));

  settings.onChange((name) => {
    if (name === 'language') setMenu();
    if (name === 'server') allowOwnServer();
    pageEvents.announce('settings:changed', settings.resolved());
  });

  applySettings(settings, window, log);
  offerContextMenu(window.webContents, currentWords);
  noteConsole(window.webContents, log, steadyClock);
  const pageGone = (): void => {
    pageEvents.pageGone();
    current.pageGone();
  };
  const giveUp = (): void => {
    const { title, text } = currentWords().crash;
    dialog.showErrorBox(title, text);
    app.quit();
  };
  watchSeen(window, (isSeen) => announce('window:seen', isSeen));
  followDevices({
    platform,
    window,
    tell: () => announce('devices:changed', undefined),
  });
  powerMonitor.on('resume', current.tellTime);
  recoverPage(window, pageGone, giveUp, log);
  leaveBeforeQuit(app, () => {
    const leaving = current.get()?.present ? handlers['meeting:leave']() : null;
    // What waits for its user is not waited for.
    const keeping = keychain.late() === null ? keychain.busy() : null;
    return leaving || keeping ? Promise.all([leaving, keeping]) : null;
  });
  deepLinks.forwardTo((link) => {
    bringToFront(window);
    void openLink(link);
  });
  // Before the window asks whether to leave the meeting for it.
  async function openLink(link: Result<InvitationLink, Failure>): Promise<void> {
    if (!link.ok) pageEvents.announce('link:refused', link.error);
    else if (await servers.admits(link.value.origin)) pageEvents.announce('link:opened', link.value);
    else pageEvents.announce('link:refused', { code: 'server-not-allowed' });
  }
}
