import { access, constants } from 'node:fs/promises';
import { readIdSalt } from './browser-ids.ts';
import { runTool, type RunTool } from './run-tool.ts';

/** What is read on Linux. */
export type LinuxSystem = {
  /** `/`, or a folder of a test instead. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** This program's process; its descendants are ours too. */
  readonly pid: number;
  /** Its executable file. */
  readonly execPath: string;
  readonly run: RunTool;
  /** Of the ids that our page has for devices; null where it is not known. */
  readonly idSalt: () => Promise<string | null>;
  /** Whether this user may open the file for reading and writing; false as well where it is gone. Opens nothing. */
  readonly mayOpen: (path: string) => Promise<boolean>;
};

export const thisLinux = (limitMs: number, userData: string): LinuxSystem => ({
  root: '/',
  env: process.env,
  pid: process.pid,
  execPath: process.execPath,
  run: runTool(process.env, limitMs),
  idSalt: () => readIdSalt(userData),
  mayOpen: (path) =>
    access(path, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    ),
});
