import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';

/**
 * Unpacks the entries that `place` gives a relative path to, with their modes.
 * Refuses symbolic links; yauzl itself refuses names that lead outside.
 */
export async function unzip(
  archive: string,
  directory: string,
  place: (name: string) => string | null,
): Promise<void> {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const relative = place(entry.fileName);
      if (relative === null || entry.fileName.endsWith('/')) continue;
      const { mode, isLink } = unixAttributes(entry);
      if (isLink) throw new Error(`${entry.fileName} is a symbolic link`);
      const file = path.join(directory, relative);
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(file, { mode: mode || 0o644 }),
      );
    }
  } finally {
    zip.close();
  }
}

// The upper half of the external attributes is st_mode where the archive was made on a Unix.
function unixAttributes(entry: Entry): { mode: number; isLink: boolean } {
  const attributes = entry.externalFileAttributes >>> 16;
  return { mode: attributes & 0o777, isLink: (attributes & 0o170000) === 0o120000 };
}
