import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../../scripts/app/build.ts';
import { startDisplay } from '../../scripts/app/display.ts';
import { logToStderr as log, reportAndExit } from '../../scripts/log.ts';
import { resolveElectron } from '../../scripts/runtimes/electron.ts';
import { hasDisplay, prepareLinux } from '../../scripts/runtimes/linux-libraries.ts';
import { startStack, type Stack } from '../../scripts/stack/start-stack.ts';
import { openGuard, type Guard } from '../../scripts/supervision/guard.ts';
import { untilTold } from '../../scripts/supervision/lifetime.ts';
import { checkout, checkoutProgram } from '../support/app/app-program.ts';
import { launchApp, type AppOptions, type RunningApp } from '../support/app/launch-app.ts';
import { playJourney } from './journey.ts';
import { preparePackaged } from './packaged.ts';
import { createRecorder } from './recorder.ts';
import { playRefusals } from './refusals.ts';

/** How many steps the two plays have, so that those that were never reached count as failed. */
const planned = 24;

async function demo(guard: Guard, { packaged }: { readonly packaged: boolean }): Promise<boolean> {
  const electron = await resolveElectron({ log });
  await prepareLinux({ for: 'tests', electron: electron.path, log });
  if (process.platform === 'linux' && !hasDisplay(process.env))
    Object.assign(process.env, await startDisplay(guard));
  const folder = path.join('out', packaged ? 'demo-packaged' : 'demo');
  const recorder = await createRecorder(path.join(checkout, folder));
  const packagedPlay = packaged
    ? await preparePackaged({ guard, electron, log, recorder })
    : await buildApp(guard).then(() => null);
  const program = packagedPlay?.program ?? checkoutProgram(electron);
  const running: RunningApp[] = [];
  const launchAgainst = (stack: Stack) => async (options: AppOptions) => {
    const app = await launchApp({ program, serverUrl: stack.serviceUrl, guard }, options);
    running.push(app);
    return app;
  };
  try {
    const stack = await startStack({ log });
    await packagedPlay?.before(stack, launchAgainst(stack));
    await playJourney({ recorder, launch: launchAgainst(stack) });
    const small = await startStack({ log, serviceEnv: { VISIO_MAX_PARTICIPANTS: '2' } });
    await playRefusals({ recorder, stack: small, launch: launchAgainst(small) });
    await Promise.all(running.map((app) => app.close()));
    await Promise.all([stack.stop(), small.stop()]);
    await packagedPlay?.after();
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  console.log(await recorder.finish());
  const passed = recorder.steps.filter((step) => step.passed).length;
  const failed = planned + (packagedPlay?.planned ?? 0) - passed;
  console.log(`\nElectron ${electron.version}; pictures and steps.json in ${folder}`);
  console.log(`demo: ${passed} steps passed, ${failed} failed`);
  return failed === 0;
}

const guard = openGuard();
try {
  const { values } = parseArgs({ options: { packaged: { type: 'boolean', default: false } } });
  const outcome = await Promise.race([demo(guard, values), untilTold()]);
  await guard.close();
  process.exit(outcome === true ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}
