import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FilledFile } from './fill.ts';

/** Writes the files below a directory; those with secrets for their owner's eyes only, also where they were there before. */
export async function writeFiles(files: readonly FilledFile[], directory: string): Promise<void> {
  for (const file of files) {
    const target = path.join(directory, file.path);
    const mode = file.isSecret ? 0o600 : 0o644;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text, { mode });
    await chmod(target, mode);
  }
}
