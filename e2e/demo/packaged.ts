import { expect } from '@playwright/test';
import path from 'node:path';
import { Unprepared, type Log } from '../../scripts/log.ts';
import type { Electron } from '../../scripts/runtimes/electron.ts';
import type { Stack } from '../../scripts/stack/start-stack.ts';
import type { Guard } from '../../scripts/supervision/guard.ts';
import {
  canInstallDeb,
  installDeb,
  refuseForeignDeb,
  stillThere,
  type InstalledDeb,
} from '../packaged/deb.ts';
import { ordinaryUser } from '../packaged/ordinary-user.ts';
import { userDesktop } from '../packaged/user-desktop.ts';
import { userProgram } from '../packaged/user-program.ts';
import type { AppProgram } from '../support/app/app-program.ts';
import type { AppOptions, RunningApp } from '../support/app/launch-app.ts';
import { playDesktop, playSandbox } from './installed.ts';
import { makePackages } from './packaged-program.ts';
import type { Recorder } from './recorder.ts';

/** The packaged app, ready to be played. */
export type PackagedPlay = {
  readonly program: AppProgram;
  /** How many steps its own plays have. */
  readonly planned: number;
  before(stack: Stack, launch: (options: AppOptions) => Promise<RunningApp>): Promise<void>;
  after(): Promise<void>;
};

/** What the package's own scripts make beside its files. */
const madeByScripts = [
  '/usr/bin/visio-agents',
  '/etc/alternatives/visio-agents',
  '/etc/apparmor.d/visio-agents',
];

type Preparation = {
  readonly guard: Guard;
  readonly electron: Electron;
  readonly log: Log;
  readonly recorder: Recorder;
};

/**
 * Makes the packages; as root installs the driven one into this system, otherwise takes its unpacked folder.
 * @throws {Unprepared} if something of that name is installed already.
 */
export async function preparePackaged({
  guard,
  electron,
  log,
  recorder,
}: Preparation): Promise<PackagedPlay> {
  const isRoot = process.getuid?.() === 0;
  const installs = await canInstallDeb(guard);
  if (isRoot && !installs)
    throw new Unprepared('Root has no sandbox to show, and here is no dpkg: run it as an ordinary user.');
  if (installs) await refuseForeignDeb(guard);
  else log('Only root may install packages: the unpacked folder is played, as the user who you are.');
  const packages = await makePackages({ guard, electron, log }, { deb: installs });
  const user = await ordinaryUser(guard);
  let deb: InstalledDeb | null = null;
  const { step } = recorder;
  await step("its fuses are the release's, but for the one that lets a test in", packages.compareFuses);
  if (packages.deb) {
    const { file, megabytes } = packages.deb;
    await step('dpkg installs the package', async () => {
      deb = await installDeb(guard, file, log);
      return `${path.basename(file)}, ${megabytes} MB, ${deb.files.length} files and folders, ${deb.executable}`;
    });
  }
  const installed = deb as InstalledDeb | null;
  return {
    program: await userProgram(user, installed?.executable ?? path.join(packages.driven, 'visio-agents')),
    planned: installed ? 8 : 2,
    async before(stack, launch) {
      const played = { recorder, guard, user, stack, launch };
      await playSandbox(played);
      if (installed) await playDesktop(played, installed);
    },
    async after() {
      if (!installed) return;
      await step('removed, it leaves nothing behind', async () => {
        installed.remove();
        expect(await stillThere([...installed.files, ...madeByScripts])).toEqual([]);
        expect(await userDesktop(guard, user).handlerOf('visio-agents')).toBe('');
        return `none of ${installed.files.length} files and folders`;
      });
    },
  };
}
