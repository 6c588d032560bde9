import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  net,
  powerSaveBlocker,
  protocol,
  session,
  shell,
  systemPreferences,
} from 'electron';
import { words } from '../shared/words/words.ts';
import { appSchemePrivileges, contentSecurityPolicy, serveApp } from './app-protocol.ts';
import { readConfig, type Config } from './config.ts';
import { offerContextMenu } from './context-menu.ts';
import { keepCurrentMeeting } from './current-meeting.ts';
import { secondStartData, watchDeepLinks, type DeepLinks } from './deep-links.ts';
import { filterEgress } from './egress.ts';
import { appHandlers } from './handlers/app-handlers.ts';
import { meetingHandlers } from './handlers/meeting-handlers.ts';
import { answerCalls } from './ipc.ts';
import { keepAwake } from './keep-awake.ts';
import { leaveBeforeQuit } from './leave-before-quit.ts';
import { createLog, type Log } from './log.ts';
import { connectMeetingEvents } from './meeting-events.ts';
import { connectMeetingService, type Fetch } from './meeting-service.ts';
import { applicationMenu } from './menu.ts';
import { createPageEvents } from './page-events.ts';
import { recoverPage } from './page-recovery.ts';
import { refusedAtStart } from './refused-switches.ts';
import {
  confineContents,
  fetchNoDictionary,
  guardPermissions,
  isOurPage,
  refuseDownloads,
} from './security.ts';
import { openSettings } from './settings-file.ts';
import { bringToFront, openMainWindow } from './window.ts';

type BootOptions = {
  /** What users run: no debugger gets in, and the page speaks TLS only. Development and tests may do both. */
  readonly released: boolean;
};

/** Starts the app; from here on everything happens by events. */
export async function boot({ released }: BootOptions): Promise<void> {
  const log = createLog(
    (line) => process.stderr.write(`${line}\n`),
    () => new Date(),
  );
  const refused = released
    ? refusedAtStart({ commandLine: app.commandLine, argv: process.argv, env: process.env })
    : null;
  if (refused !== null) {
    // Not through the log, which takes a long name for a secret.
    process.stderr.write(`${refused} is refused: start the app without it\n`);
    return app.exit(64);
  }
  const config = readConfig(process.env);
  if (!config.ok) {
    log.error(config.error);
    return app.exit(78);
  }
  // The second of two starts hands its link over and ends; before anything else, so that it is quick.
  if (!app.requestSingleInstanceLock(secondStartData(process.argv))) return app.quit();
  let showWindow = (): void => undefined;
  // Before ready: macOS delivers the link that launched us this early.
  const deepLinks = watchDeepLinks(app, process.argv, config.value.serverOrigin, () => showWindow());
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  // Root cannot have Chromium's sandbox, and enableSandbox() overrules the switch that says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Remote voices must be heard without a click: listening only is how everybody comes in.
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  confineContents(app);
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  showWindow = openApp(config.value, released, deepLinks, log);
}

/** Builds the parts and hands them to one another; returns what brings the window to the front. */
function openApp({ serverOrigin }: Config, released: boolean, deepLinks: DeepLinks, log: Log): () => void {
  const page = session.defaultSession;
  fetchNoDictionary(page);
  guardPermissions(page);
  refuseDownloads(page);
  const egress = filterEgress(page, serverOrigin);
  serveApp(
    protocol,
    join(import.meta.dirname, '../renderer'),
    contentSecurityPolicy({ loopback: !released }),
  );

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

  // Handlers before the window, so that its first call finds somebody to answer.
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
  answerCalls(ipcMain, handlers, { isOurFrame, log });

  const window = openMainWindow(settings);
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
  return () => bringToFront(window);
}

function knownPlatform(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
