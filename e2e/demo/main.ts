import path from 'node:path';
import { buildApp } from '../../scripts/app/build.ts';
import { startDisplay } from '../../scripts/app/display.ts';
import { logToStderr as log, reportAndExit } from '../../scripts/log.ts';
import { resolveElectron } from '../../scripts/runtimes/electron.ts';
import { hasDisplay, prepareLinux } from '../../scripts/runtimes/linux-libraries.ts';
import { startStack, type Stack } from '../../scripts/stack/start-stack.ts';
import { openGuard, type Guard } from '../../scripts/supervision/guard.ts';
import { checkout, launchApp, type AppOptions, type RunningApp } from '../support/launch-app.ts';
import { playJourney } from './journey.ts';
import { createRecorder } from './recorder.ts';
import { playRefusals } from './refusals.ts';

/** How many steps the two plays have, so that those that were never reached count as failed. */
const planned = 24;

async function demo(guard: Guard): Promise<boolean> {
  const electron = await resolveElectron({ log });
  await prepareLinux({ for: 'tests', electron: electron.path, log });
  await buildApp(guard);
  if (process.platform === 'linux' && !hasDisplay(process.env))
    Object.assign(process.env, await startDisplay(guard));
  const recorder = await createRecorder(path.join(checkout, 'out', 'demo'));
  const running: RunningApp[] = [];
  const launchAgainst = (stack: Stack) => async (options: AppOptions) => {
    const app = await launchApp({ electron, serverUrl: stack.serviceUrl, guard }, options);
    running.push(app);
    return app;
  };
  try {
    const stack = await startStack({ log });
    await playJourney({ recorder, launch: launchAgainst(stack) });
    const small = await startStack({ log, serviceEnv: { VISIO_MAX_PARTICIPANTS: '2' } });
    await playRefusals({ recorder, stack: small, launch: launchAgainst(small) });
    await Promise.all(running.map((app) => app.close()));
    await Promise.all([stack.stop(), small.stop()]);
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  console.log(await recorder.finish());
  const passed = recorder.steps.filter((step) => step.passed).length;
  const failed = planned - passed;
  console.log(`\nElectron ${electron.version}; pictures and steps.json in out/demo`);
  console.log(`demo: ${passed} steps passed, ${failed} failed`);
  return failed === 0;
}

const guard = openGuard();
try {
  const passed = await demo(guard);
  await guard.close();
  process.exit(passed ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}
