import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  Menu,
  net,
  powerMonitor,
  powerSaveBlocker,
  shell,
  systemPreferences,
  type BrowserWindow,
} from 'electron';
import type { Failure } from '../shared/failure.ts';
import type { InvitationLink } from '../shared/invitation-link.ts';
import type { Result } from '../shared/result.ts';
import { words } from '../shared/words/words.ts';
import { answerCalls } from './answer-calls.ts';
import { steadyClock, wallClock } from './clocks.ts';
import { offerContextMenu } from './context-menu.ts';
import { openCredentials } from './credentials/credentials.ts';
import { keepCurrentMeeting } from './current-meeting.ts';
import { quitAnyway } from './credentials/quit-anyway.ts';
import { systemKeychain } from './credentials/system-keychain.ts';
import type { DeepLinks } from './deep-links.ts';
import { followDevices } from './devices/follow-devices.ts';
import { lookOn, lookOnce } from './devices/look.ts';
import { soundRestarter } from './devices/restart-sound.ts';
import type { Egress } from './egress.ts';
import { appHandlers } from './handlers/app-handlers.ts';
import { mediaHandlers } from './handlers/media-handlers.ts';
import { meetingHandlers } from './handlers/meeting-handlers.ts';
import { networkHandlers } from './handlers/network-handlers.ts';
import { reportHandlers } from './handlers/report-handlers.ts';
import { settingsHandlers } from './handlers/settings-handlers.ts';
import { signInHandlers } from './handlers/sign-in-handlers.ts';
import type { AnswerCall } from './ipc.ts';
import { keepAwake } from './keep-awake.ts';
import { leaveBeforeQuit } from './leave-before-quit.ts';
import type { AppLog } from './log.ts';
import { connectMeetingEvents } from './meeting-events.ts';
import { connectMeetingService, type Fetch, type MeetingService } from './meeting-service.ts';
import { applicationMenu } from './menu.ts';
import { keychainMs, openAppSession } from './open-session.ts';
import { knowOwnService } from './own-service.ts';
import { noteConsole } from './note-console.ts';
import { noteEvent } from './note-event.ts';
import { openOutside } from './open-outside.ts';
import { createPageEvents, type Announce } from './page-events.ts';
import { recoverPage } from './page-recovery.ts';
import { fetchThroughProxy } from './proxy/fetch-through-proxy.ts';
import { openMediaWay } from './proxy/open-media-way.ts';
import { primeBy } from './proxy/prime-proxy.ts';
import { openProxyGate } from './proxy/proxy-gate.ts';
import { proxyPrompt } from './proxy/prompt-window.ts';
import { questions } from './questions.ts';
import { makeReport } from './report/make-report.ts';
import { saveText } from './report/save-text.ts';
import { thisMachine } from './report/this-machine.ts';
import { isOurPage } from './security.ts';
import { guardServers } from './servers.ts';
import { keepServiceTimes } from './service-times.ts';
import { applySettings } from './settings/apply-settings.ts';
import { withHelpDesk } from './settings/help-desk.ts';
import { withStateBrand } from './settings/state-brand.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import type { Session } from './sign-in/session.ts';
import { watchSeen } from './watch-seen.ts';
import { whileOpen } from './while-open.ts';
import { bringToFront } from './window.ts';
import { zoom, type ZoomChange } from './zoom.ts';

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
  const passProxy = openProxyGate({
    prime: primeBy((options) => net.request(options)),
    ask: proxyPrompt({ parent: window, language: () => settings.get().language, log }),
    credentials: openCredentials({ keychain, account: 'proxy', limitMs: keychainMs }),
  });
  const directly: Fetch = (url, init) => net.fetch(url, init);
  const fetch = fetchThroughProxy(directly, passProxy);
  // Not by way of the window, which may be closed by then.
  const { session: pageSession } = window.webContents;
  const resolveProxy = (address: string): Promise<string> => pageSession.resolveProxy(address);
  const wayToMedia = openMediaWay({ resolveProxy, egress, passProxy });
  const times = keepServiceTimes();
  const serviceAt = (origin: string): MeetingService =>
    connectMeetingService({
      origin,
      fetch: directly,
      isOnline: () => net.isOnline(),
      appVersion: app.getVersion(),
      passProxy,
      onTime: (time) => times.hear(origin, time),
    });
  const { askAboutServer, askAboutIssuer, confirmMove, askWhereToSave, askToCopy } = questions(
    window,
    currentWords,
  );
  const open = openOutside({ platform: process.platform, shell, env: process.env });
  async function offerAddress(address: string): Promise<void> {
    if (await askToCopy(address)) await clipboard.writeText(address);
  }
  const allowOwnServer = (): void => egress.allowMain(settings.get().server);
  allowOwnServer();
  const servers = guardServers({
    settings: settings.get,
    ask: askAboutServer,
    allow: egress.allowMain,
    chooseOwn: (origin) => void settings.set('server', origin),
    now: steadyClock,
  });
  const pageEvents = createPageEvents((channel, name, payload) =>
    whileOpen(window, ({ webContents }) => webContents.send(channel, name, payload)),
  );
  const announce: Announce = (name, payload) => {
    noteEvent(name, payload, log);
    pageEvents.announce(name, payload);
  };
  const current = keepCurrentMeeting({
    eventsAt: (origin) => connectMeetingEvents({ origin, fetch, random: Math.random }),
    announce,
    allowMedia: egress.allowMedia,
    onPresence: keepAwake(powerSaveBlocker),
    now: steadyClock,
  });

  const session = openAppSession({
    settings,
    window,
    egress,
    fetch,
    announce,
    keychain,
    askAboutIssuer,
    open,
  });
  const own = knowOwnService({
    origin: () => settings.get().server,
    serviceAt,
    amend: (discovery) =>
      withStateBrand(withHelpDesk(discovery, settings.get()), {
        ...settings.get(),
        isPackaged: app.isPackaged,
      }),
    async onFound(discovery) {
      // A meeting's own address stays the only one while it lasts.
      if (!current.get()?.present) egress.allowMedia(discovery.livekitUrl);
      void wayToMedia(discovery.livekitUrl);
      await session.useService(discovery);
    },
  });
  /** A click that comes before the service has said how agents sign in waits for it. */
  const tokens: Pick<Session, 'accessToken' | 'refused'> = {
    refused: session.refused,
    async accessToken(origin) {
      await own.settled();
      return session.accessToken(origin);
    },
  };
  const isOurFrame = (event: Electron.IpcMainInvokeEvent): boolean =>
    event.senderFrame !== null &&
    !window.isDestroyed() &&
    event.senderFrame === window.webContents.mainFrame &&
    isOurPage(event.senderFrame.url);
  const about = { appVersion: app.getVersion(), platform: knownPlatform() };
  const look = lookOnce(
    lookOn(about.platform, (kind) => systemPreferences.getMediaAccessStatus(kind), app.getPath('userData')),
  );
  const handlers = {
    ...meetingHandlers({
      serviceAt,
      ownServer: () => settings.get().server,
      servers,
      session: tokens,
      current,
      settings,
      newKey: randomUUID,
      serviceTime: times.now,
    }),
    ...networkHandlers({
      serviceAt,
      ownServer: () => settings.get().server,
      current,
      allowMedia: egress.allowMedia,
      wayToMedia,
      now: steadyClock,
    }),
    ...settingsHandlers({ settings, serviceAt, allow: egress.allowMain, confirmMove, now: steadyClock }),
    ...signInHandlers({ session, now: steadyClock }),
    ...appHandlers({
      own,
      signInState: session.state,
      settings,
      current,
      about,
      onPageReady: pageEvents.pageReady,
      restart,
      clipboard,
      open,
      tellNotOpened: (address) => void offerAddress(address),
      now: steadyClock,
    }),
    ...reportHandlers({
      make: makeReport(
        {
          machine: thisMachine({ app, preferences: systemPreferences, platform: about.platform }),
          look,
          settings,
          session,
          own,
          current,
          resolveProxy,
          isOnline: () => net.isOnline(),
          log,
          now: wallClock,
        },
        currentWords,
      ),
      words: currentWords,
      email: () => own.known()?.helpDesk.email ?? settings.get().helpDeskEmail,
      clipboard,
      open,
      askWhere: (name) => askWhereToSave(join(app.getPath('documents'), name)),
      write: saveText,
      log,
      now: steadyClock,
      today: () => new Date(),
    }),
    ...mediaHandlers({
      platform: about.platform,
      look,
      preferences: systemPreferences,
      open,
      restartSound: soundRestarter({
        metrics: () => app.getAppMetrics(),
        kill: (pid) => void process.kill(pid),
        now: steadyClock,
      }),
      now: steadyClock,
    }),
  };
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
    platform: about.platform,
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

function knownPlatform(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
