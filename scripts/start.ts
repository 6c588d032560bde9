import { buildApp } from './app/build.ts';
import { startDisplay } from './app/display.ts';
import { launchApp } from './app/launch.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { resolveElectron } from './runtimes/electron.ts';
import { hasDisplay, prepareLinux } from './runtimes/linux-libraries.ts';
import { checkSandbox } from './runtimes/linux-sandbox.ts';
import { resolveLivekit } from './runtimes/livekit.ts';
import { startStack } from './stack/start-stack.ts';
import { openGuard } from './supervision/guard.ts';
import { untilTold } from './supervision/lifetime.ts';

// Everything that the main job needs, on this machine: LiveKit, the meeting service, the app. They end together.
// With VISIO_SERVER_URL the app alone, on the service that it names.

async function prepare() {
  const guard = openGuard();
  const electron = await resolveElectron({ log });
  await prepareLinux({ for: 'app', electron: electron.path, log });
  if (process.platform === 'linux') await checkSandbox(electron.dist);
  // Before anything starts: what cannot be got is said first.
  await resolveLivekit({ log });
  log('Building the app…');
  await buildApp(guard);
  const { promise: hopeless, resolve: onGiveUp } = Promise.withResolvers<string>();
  const stack = process.env['VISIO_SERVER_URL'] ? null : await startStack({ log, onGiveUp });
  const serviceUrl = stack?.serviceUrl ?? process.env['VISIO_SERVER_URL'] ?? '';
  log(
    stack
      ? `Meeting service on ${serviceUrl}, LiveKit on ${stack.livekitUrl}.`
      : `Meeting service: ${serviceUrl}.`,
  );
  const needsDisplay = process.platform === 'linux' && !hasDisplay(process.env);
  if (needsDisplay) log('There is no display: the app runs on a virtual screen (Xvfb), which nobody sees.');
  return {
    guard,
    electron,
    stack,
    serviceUrl,
    hopeless,
    display: needsDisplay ? await startDisplay(guard) : null,
  };
}

async function runApp(prepared: Awaited<ReturnType<typeof prepare>>) {
  const { guard, electron, stack, serviceUrl, hopeless, display } = prepared;
  log(`The app runs in Electron ${electron.version}. Close its window, or press Ctrl-C, to end everything.`);
  log('Should it end at once, another one is running with the same data: give this one --user-data-dir=DIR.');
  const args = process.argv.slice(2);
  const app = launchApp(guard, { electron: electron.path, serviceUrl, display, args });
  const outcome = await Promise.race([
    app.ended.then((end) => ({ reason: `the app has ended (${end}).`, code: end === 0 ? 0 : 1 })),
    told.then((reason) => ({ reason: `${reason}.`, code: 0 })),
    hopeless.then((reason) => ({ reason, code: 1 })),
  ]);
  log(`Ending: ${outcome.reason}`);
  await app.quit(1500);
  await Promise.all([stack?.stop(), guard.close()]);
  return outcome.code;
}

const told = untilTold();
try {
  const prepared = await Promise.race([prepare(), told]);
  // Told to end while preparing: what was begun ends with this process.
  process.exit(typeof prepared === 'string' ? 0 : await runApp(prepared));
} catch (error) {
  reportAndExit(error);
}
