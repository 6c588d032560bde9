import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file that only the user can read where the user wants it, whole or not at all. It makes no folder: the dialog
 * offers those that are there. (Node's recursive mkdir never ends on a file system that refuses without saying why, such as
 * /proc.)
 * @throws like `node:fs`.
 */
export async function saveText(
  path: string,
  text: string,
  randomName: () => string = randomUUID,
): Promise<void> {
  // In a folder that others write to, nobody can guess it and put a link in its place.
  const unfinished = `${path}.${randomName()}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}
