import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { folderTrouble } from '../start/profile-folder.ts';

export type CheckFolders = {
  /** The folder of the user's own settings. */
  readonly userData: string;
  /** The error code of the system if the app can keep nothing there, else null. */
  readonly trouble: string | null;
  /** A Chromium profile for the check alone: two Chromiums on one profile would corrupt it. */
  readonly profile: string;
};

/** What must be set before the app is ready; the rest of the check is loaded later. */
export function beginCheck(app: App): CheckFolders {
  const userData = app.getPath('userData');
  // Always the same folder: Chromium's network process writes there after everything else has ended, and its leftovers must not pile up.
  const trouble = folderTrouble(userData);
  const profile =
    trouble === null ? join(userData, 'check') : mkdtempSync(join(tmpdir(), 'visio-agents-check-'));
  app.setPath('userData', profile);
  app.setPath('sessionData', profile);
  // An unpackaged Electron may be ready before our first line runs, and then throws; this is only about speed.
  if (!app.isReady()) app.disableHardwareAcceleration();
  return { userData, trouble, profile };
}
