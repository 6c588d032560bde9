import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

// Both write a file that only the user can read, whole or not at all: what was there before stays if they fail.
// Neither waits for the disk (fsync): what a power cut takes is a zoom factor, a choice or a report.

/**
 * Writes a file of the app's own folder, which is made if it is not there, before the call returns: at the end of the app
 * nothing is waited for. The draft has one name, so that a crash leaves one at most, and nobody else writes to that folder.
 * @throws like `node:fs`.
 */
export function writeAtomicallySync(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/**
 * Writes a file where the user wants it. It makes no folder: the dialog offers those that are there. (Node's recursive mkdir
 * never ends on a file system that refuses without saying why, such as /proc.)
 * @throws like `node:fs`.
 */
export async function writeAtomically(
  path: string,
  text: string,
  randomName: () => string = randomUUID,
): Promise<void> {
  // In a folder that others write to, nobody can guess the name and put a link in its place.
  const draft = `${path}.${randomName()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}
