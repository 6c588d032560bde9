import path from 'node:path';
import type { Electron } from '../../../scripts/runtimes/electron.ts';

/** What is started when a test starts the app. */
export type AppProgram = {
  readonly executable: string;
  /** What stands before the user's own arguments. */
  readonly args: readonly string[];
  /** With Chromium's own sandbox, which root cannot have. */
  readonly sandbox: boolean;
  /** Of whoever runs it. */
  readonly env: Readonly<Record<string, string>>;
  /** Lets whoever runs it use these folders and what is in them. */
  share(...folders: readonly string[]): Promise<void>;
};

export const checkout = path.resolve(import.meta.dirname, '../../..');

/** Root cannot have Chromium's sandbox; without a GPU, drawing in software is what happens anyway. */
export const appSwitches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];

/** The app of this checkout, run by us. */
export const checkoutProgram = (electron: Electron): AppProgram => ({
  executable: electron.path,
  args: [...appSwitches, checkout],
  sandbox: false,
  env: definedEnvironment(),
  share: async () => undefined,
});

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
