import { chmod, chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageApp } from '../../scripts/packaging/package-app.ts';
import { checkSandbox } from '../../scripts/runtimes/linux-sandbox.ts';
import { test as base, expect } from '../fixtures.ts';
import { ordinaryUser, type OrdinaryUser } from './ordinary-user.ts';
import { watchedStart, type Watched } from './watched-start.ts';

type Attack = Omit<Parameters<typeof watchedStart>[0], 'guard' | 'user' | 'command'> & {
  readonly args?: readonly string[];
  /** Another executable than the one of the package. */
  readonly program?: string;
};
type Once = {
  /** The folder of the app as it is released, unpacked. */
  readonly released: string;
};
type Each = {
  readonly user: OrdinaryUser;
  /** Starts the released app as somebody would who wants to get in. */
  readonly attack: (attack: Attack) => Promise<Watched>;
};

export const test = base.extend<Each, Once>({
  released: [
    async ({ guard, electronRuntime }, provide) => {
      const output = await mkdtemp(path.join(tmpdir(), 'visio-released-'));
      guard.removeAtEnd(output);
      const targets = ['dir'];
      const unpacked = path.join(output, 'app');
      const folder = await packageApp({
        guard,
        electron: electronRuntime,
        kind: 'release',
        targets,
        output: unpacked,
      });
      await chmod(output, 0o755); // others may look in, as into /opt
      await ownedSandbox(folder);
      await provide(folder);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  user: async ({ guard }, provide) => provide(await ordinaryUser(guard)),
  attack: async ({ guard, user, released }, provide) =>
    provide(({ args = [], program = path.join(released, 'visio-agents'), ...rest }) =>
      watchedStart({ guard, user, command: [program, ...args], ...rest }),
    ),
});
export { expect };

/** As the packages for Linux install it: where the kernel gives nobody namespaces, the helper makes the sandbox. */
export async function ownedSandbox(folder: string): Promise<void> {
  if (process.getuid?.() === 0) {
    const helper = path.join(folder, 'chrome-sandbox');
    await chown(helper, 0, 0);
    await chmod(helper, 0o4755);
  }
  await checkSandbox(folder);
}
