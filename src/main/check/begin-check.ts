import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { folderTrouble } from '../start/profile-folder.ts';

export type CheckFolders = {
  /** Where the user's own settings are. */
  readonly userData: string;
  /** Why the app could keep nothing there, by the system's own name, or null. */
  readonly trouble: string | null;
  /** Chromium's profile for the check alone: two Chromiums on one would spoil it. */
  readonly profile: string;
};

/** What must be said before the app is ready; the rest of a check is loaded after it. */
export function beginCheck(app: App): CheckFolders {
  const userData = app.getPath('userData');
  // Always the same: Chromium's network process writes there after everything else has ended, and what it leaves must not pile up.
  const trouble = folderTrouble(userData);
  const profile =
    trouble === null ? join(userData, 'check') : mkdtempSync(join(tmpdir(), 'visio-agents-check-'));
  app.setPath('userData', profile);
  app.setPath('sessionData', profile);
  // An Electron that is not packaged may be ready before our first line runs, and throws then; it is only about speed.
  if (!app.isReady()) app.disableHardwareAcceleration();
  return { userData, trouble, profile };
}
