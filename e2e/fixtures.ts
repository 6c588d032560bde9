import { test as base, expect } from '@playwright/test';
import { resolveElectron, type Electron } from '../scripts/runtimes/electron.ts';
import { startStack, type ServiceEnv, type Stack } from '../scripts/stack/start-stack.ts';
import { openGuard, type Guard } from '../scripts/supervision/guard.ts';
import { startOidcProvider, type TestProvider } from '../src/service/testing/oidc-provider.ts';
import { checkoutProgram } from './support/app/app-program.ts';
import { launchApp, type AppOptions, type RunningApp } from './support/app/launch-app.ts';

type Everywhere = { readonly guard: Guard; readonly electronRuntime: Electron };
type Each = {
  /** Where agents sign in, for a service that has `provider.environment()`; started only for tests that ask for it. */
  readonly provider: TestProvider;
  /** Variables for the service of this test, such as `VISIO_MAX_PARTICIPANTS`; set with `test.use`. */
  readonly serviceEnv: ServiceEnv;
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
  provider: async ({}, provide) => {
    const provider = await startOidcProvider();
    await provide(provider);
    await provider.stop();
  },
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
