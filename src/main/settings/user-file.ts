import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { readJson, writeWhole } from '../whole-file.ts';

type Values = Readonly<Record<string, unknown>>;

/** `settings.json` of the user data folder: what this user chose and typed. Nothing secret. */
export type UserFile = {
  values(): Values;
  /** Writes at once and whole; a full disk loses the change, never the file. Names that we do not know stay in it. */
  set(change: Values): void;
  /** At this start it could not be understood, and was set aside under this path. */
  readonly setAside: string | null;
};

/** The same for somebody who only looks: nothing is written, and a broken file is not set aside. */
export function userFileAsItIs(folder: string): UserFile {
  const path = join(folder, 'settings.json');
  const kept = readJson(path);
  return {
    values: () => (isObject(kept) ? kept : {}),
    set: () => undefined,
    setAside: kept === undefined || isObject(kept) ? null : path,
  };
}

/** A file that cannot be read is set aside, not lost. */
export function openUserFile(folder: string, log: Log): UserFile {
  const path = join(folder, 'settings.json');
  const kept = readJson(path);
  const broken = kept !== undefined && !isObject(kept);
  const setAside = `${path}.broken`;
  if (broken) keepAside(path, setAside, log);
  let current: Values = isObject(kept) ? kept : {};
  return {
    setAside: broken ? setAside : null,
    values: () => current,
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

function keepAside(path: string, setAside: string, log: Log): void {
  try {
    renameSync(path, setAside);
    log.warn('settings.json could not be understood; it was kept as settings.json.broken');
  } catch (error) {
    // A folder that may not be written to is no reason not to start.
    log.error('settings.json could not be understood, nor set aside', error);
  }
}

const isObject = (kept: unknown): kept is Values =>
  typeof kept === 'object' && kept !== null && !Array.isArray(kept);
