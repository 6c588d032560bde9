import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file where the user wants it, whole or not at all. It makes no folder: the dialog offers those that are there. (Node's
 * recursive mkdir never ends on a file system that refuses without saying why, such as /proc.)
 * @throws like `node:fs`.
 */
export async function saveText(path: string, text: string): Promise<void> {
  const unfinished = `${path}.visio-agents`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}
