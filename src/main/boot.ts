import { once } from 'node:events';
import { join } from 'node:path';
import { app, ipcMain, Menu, protocol, session, type BrowserWindow } from 'electron';
import { appSchemePrivileges, contentSecurityPolicy, serveApp } from './page/app-protocol.ts';
import { beginCheck } from './check/begin-check.ts';
import { steadyClock } from './clocks.ts';
import { secondStartData, watchDeepLinks } from './outside/deep-links.ts';
import { filterRequests } from './page/request-filter.ts';
import { exitCodes } from './start/exit-codes.ts';
import { openDoor } from './calls/ipc.ts';
import { faultCode } from '../shared/settings/file-fault.ts';
import { createLog, type AppLog } from './log/log.ts';
import { relaunchAtQuit } from './start/relaunch.ts';
import { lineWriter, tolerate } from './log/line-writer.ts';
import { readPageAhead } from './page/page-files.ts';
import { readPolicies } from './policies/read-policies.ts';
import { refusedAtStart } from './start/refused-switches.ts';
import { errorDialogWords } from './start/error-dialog-words.ts';
import { watchUncaught } from './start/uncaught.ts';
import { confineContents, fetchNoDictionary, guardPermissions, refuseDownloads } from './page/security.ts';
import { keepSettings } from './settings/settings-keeper.ts';
import { openUserFile } from './settings/user-file.ts';
import { claimProfile, keepReachable } from './start/single-instance.ts';
import { bringToFront, openMainWindow } from './window/main-window.ts';

type BootOptions = {
  /** The app that users run: no debugger, and the page uses TLS only. Development and tests may use both. */
  readonly released: boolean;
};

/** Starts the app; after that everything is driven by events. */
export async function boot(options: BootOptions): Promise<void> {
  // Before anything can be written or fail.
  tolerate(process.stdout);
  const log = createLog(lineWriter(process.stderr), () => new Date());
  watchUncaught(process, {
    log,
    tell: async () => (await import('./start/error-dialogs.ts')).tellUncaught(),
    now: steadyClock,
  });
  try {
    await start(options, log);
  } catch (error) {
    log.error('the app could not start', error);
    await (await import('./start/error-dialogs.ts')).tellNotStarted();
    app.exit(exitCodes.software);
  }
}

async function start({ released }: BootOptions, log: AppLog): Promise<void> {
  const refused = released
    ? refusedAtStart({ commandLine: app.commandLine, argv: process.argv, env: process.env })
    : null;
  if (refused !== null) {
    // Not through the log, which would take a long name for a secret.
    lineWriter(process.stderr)(errorDialogWords(app.getPath('userData')).refused(refused));
    return app.exit(exitCodes.usage);
  }
  if (app.commandLine.hasSwitch('check')) return check(log);
  // Everything that must happen before `ready` stands before the first `await`. macOS delivers the link that launched us this
  // early.
  let window: BrowserWindow | null = null;
  const deepLinks = watchDeepLinks(app, process.argv, () => {
    if (window) bringToFront(window);
  });
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  // Root cannot have Chromium's sandbox, and enableSandbox() overrules the switch that says so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Remote voices must be heard without a click: everybody enters a meeting listening only.
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  const userData = app.getPath('userData');
  // A second start hands its link over and ends before it reads anything.
  const claim = await claimProfile(app, userData, secondStartData(process.argv));
  if (claim.name === 'handed-over') return app.quit();
  if (claim.name !== 'first')
    return (await import('./start/error-dialogs.ts')).tellUnclaimed(claim, userData);
  // Read synchronously: some settings apply before the window is open.
  const file = openUserFile(userData, log);
  const settings = keepSettings({ policies: readPolicies(), env: process.env, file });
  for (const { source, name, problem, expected, because } of settings.resolved().problems)
    log.warn(
      `${source}: ${name}: ${problem}${expected === undefined ? '' : `, expected ${expected}`}${faultCode(because)}`,
    );
  // Too late if Electron was ready before our first line (seen without a screen); that is no reason not to start.
  if (!settings.get().hardwareAcceleration && !app.isReady()) app.disableHardwareAcceleration();
  const pageFiles = readPageAhead(join(import.meta.dirname, '../renderer'));
  // Otherwise Electron first makes its default menu.
  Menu.setApplicationMenu(null);
  confineContents(app);
  const relaunch = relaunchAtQuit(app, process.argv);
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();

  const page = session.defaultSession;
  fetchNoDictionary(page);
  const permissions = guardPermissions(page);
  refuseDownloads(page);
  const requestFilter = filterRequests(page);
  serveApp(protocol, pageFiles, contentSecurityPolicy({ loopback: !released }));
  const door = openDoor(ipcMain);
  keepReachable(app, userData);
  window = openMainWindow(userData);
  window.once('closed', () => deepLinks.leaveTo(relaunch.want));
  // The rest is loaded once the page has all its files and is busy with them, or calls already, or has crashed.
  const crashed = once(window.webContents, 'render-process-gone');
  await Promise.race([pageFiles.delivered, door.firstCall, crashed]);
  const { openApp } = await import('./open-app.ts');
  if (!window.isDestroyed())
    openApp({
      settings,
      window,
      requestFilter,
      permissions,
      deepLinks,
      restart() {
        relaunch.want(null);
        app.quit();
      },
      giveAnswers: door.giveAnswers,
      log,
    });
}

async function check(log: AppLog): Promise<void> {
  try {
    const folders = beginCheck(app);
    const { runCheck } = await import('./check/run-check.ts');
    await runCheck({ ...folders, json: app.commandLine.hasSwitch('json') });
  } catch (error) {
    // A script that waits for the check must not wait for ever.
    log.error('the check could not be made', error);
    app.exit(1);
  }
}
