import { buildApp, root } from './app/build.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { withGuard } from './supervision/guard.ts';
import { untilTold } from './supervision/lifetime.ts';
import { prepareTests } from './test/prepare.ts';
import { playwrightArgs } from './test/steps.ts';

// The end-to-end tests alone, with Playwright's own arguments: npm run e2e -- --grep "a guest joins".

const e2e = (): Promise<number> =>
  withGuard(async (guard) => {
    const env = await prepareTests(guard, log);
    log('Building the app…');
    await buildApp(guard);
    const args = [...playwrightArgs, ...process.argv.slice(2)];
    const playwright = guard.spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return new Promise((resolve) => playwright.once('exit', (code) => resolve(code ?? 1)));
  });

try {
  const outcome = await Promise.race([e2e(), untilTold()]);
  process.exit(typeof outcome === 'number' ? outcome : 130);
} catch (error) {
  reportAndExit(error);
}
