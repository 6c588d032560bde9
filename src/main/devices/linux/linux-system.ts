import { access, constants } from 'node:fs/promises';
import { runTool, type RunTool } from './run-tool.ts';

/** What we look at on Linux. */
export type LinuxSystem = {
  /** `/`, or the folder that a test has filled in its place. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** This program's process; those that it started, and those that they did, are ours too. */
  readonly pid: number;
  /** The file that it runs from. */
  readonly execPath: string;
  readonly run: RunTool;
  /** Whether this user may open the file for reading and writing; false as well where it is gone. Opens nothing. */
  readonly mayOpen: (path: string) => Promise<boolean>;
};

export const thisLinux = (limitMs: number): LinuxSystem => ({
  root: '/',
  env: process.env,
  pid: process.pid,
  execPath: process.execPath,
  run: runTool(process.env, limitMs),
  mayOpen: (path) =>
    access(path, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    ),
});
