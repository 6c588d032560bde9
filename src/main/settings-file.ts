import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { userSettings, type UserSettings } from '../shared/settings.ts';
import type { Log } from './log.ts';
import { readJson, writeWhole } from './whole-file.ts';

export type SettingsFile = {
  get(): UserSettings;
  /** Writes at once and whole; a full disk loses the change, never the file. */
  set(change: Partial<UserSettings>): void;
};

/** The user's settings in `settings.json` of the user data folder. A file that cannot be read is set aside, not lost. */
export function openSettings(folder: string, log: Log): SettingsFile {
  const path = join(folder, 'settings.json');
  let current = read(path, log);
  return {
    get: () => current,
    set(change) {
      current = { ...current, ...change };
      try {
        writeWhole(path, JSON.stringify(current, null, 2));
      } catch (error) {
        log.error('settings could not be written', error);
      }
    },
  };
}

function read(path: string, log: Log): UserSettings {
  const kept = readJson(path);
  if (kept === undefined) return userSettings.parse({}); // the first start
  const parsed = userSettings.safeParse(kept);
  if (parsed.success) return parsed.data;
  log.warn('settings.json could not be understood; it was kept as settings.json.broken');
  renameSync(path, `${path}.broken`);
  return userSettings.parse({});
}
