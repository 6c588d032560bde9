import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFault } from '../../shared/settings/file-fault.ts';
import type { Log } from '../log/log.ts';
import { writeAtomicallySync } from '../files/atomic-file.ts';
import { readObjectFile } from '../files/read-json-file.ts';

type Values = Readonly<Record<string, unknown>>;

/** `settings.json` in the user data folder: what this user chose and typed. Nothing secret. */
export type UserFile = {
  values(): Values;
  /** Writes synchronously and atomically; a full disk loses the change, never the file. Unknown names stay in the file. */
  set(change: Values): void;
  /** If it could not be read at this start: it was set aside under this path. */
  readonly setAside: { readonly path: string; readonly because: FileFault } | null;
};

/** The same read-only: nothing is written, and a broken file is not set aside. */
export function userFileAsItIs(folder: string): UserFile {
  const path = join(folder, 'settings.json');
  const kept = readObjectFile(path);
  return {
    values: () => (kept?.ok ? kept.value : {}),
    set: () => undefined,
    setAside: kept === null || kept.ok ? null : { path, because: kept.error },
  };
}

/** Opens the file; one that cannot be read is set aside, not lost. */
export function openUserFile(folder: string, log: Log): UserFile {
  const path = join(folder, 'settings.json');
  const kept = readObjectFile(path);
  const setAside = kept === null || kept.ok ? null : { path: `${path}.broken`, because: kept.error };
  if (setAside !== null) keepAside(path, setAside.path, log);
  let current: Values = kept?.ok ? kept.value : {};
  return {
    setAside,
    values: () => current,
    set(change) {
      current = { ...current, ...change };
      try {
        writeAtomicallySync(path, JSON.stringify(current, null, 2));
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
    // A read-only folder is no reason not to start.
    log.error('settings.json could not be understood, nor set aside', error);
  }
}
