import { test as base, expect } from '@playwright/test';
import { resolveElectron, type Electron } from '../scripts/runtimes/electron.ts';
import { startStack, type Stack } from '../scripts/stack/start-stack.ts';
import { openGuard, type Guard } from '../scripts/supervision/guard.ts';
import { checkoutProgram } from './support/app-program.ts';
import { launchApp, type AppOptions, type RunningApp } from './support/launch-app.ts';

type Everywhere = { readonly guard: Guard; readonly electronRuntime: Electron };
type Each = {
  /** Variables for the service of this test, such as `VISIO_MAX_PARTICIPANTS`; set with `test.use`. */
  readonly serviceEnv: Readonly<Record<string, string>>;
  /** A LiveKit server and a meeting service of this test's own. */
  readonly stack: Stack;
  /** Starts an application against `stack`; all of them end with the test. */
  readonly launch: (options?: AppOptions) => Promise<RunningApp>;
};

const silent = (): void => undefined;

export const test = base.extend<Each, Everywhere>({
  guard: [
    async ({}, provide) => {
      const guard = openGuard();
      await provide(guard);
      await guard.close();
    },
    { scope: 'worker' },
  ],
  electronRuntime: [
    async ({}, provide) => provide(await resolveElectron({ log: silent })),
    { scope: 'worker' },
  ],
  serviceEnv: [{}, { option: true }],
  stack: async ({ serviceEnv }, provide) => {
    const stack = await startStack({ serviceEnv, log: silent });
    await provide(stack);
    await stack.stop();
  },
  launch: async ({ stack, guard, electronRuntime }, provide) => {
    const running: RunningApp[] = [];
    const program = checkoutProgram(electronRuntime);
    await provide(async (options) => {
      const app = await launchApp({ program, serverUrl: stack.serviceUrl, guard }, options);
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.close()));
  },
});
export { expect };
