import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of the built page. */
export type PageFiles = {
  readonly folder: string;
  read(file: string): Promise<Buffer>;
  /** When all that the page names has been asked for. */
  readonly delivered: Promise<void>;
};

/** Reads the page and what it names at once, while Chromium starts and nobody asks yet; the rest when it is asked for. */
export function readPageAhead(folder: string): PageFiles {
  const ahead = new Map<string, Promise<Buffer>>();
  const { promise: delivered, resolve: allAsked } = Promise.withResolvers<void>();
  const begin = (file: string): Promise<Buffer> => {
    const reading = readFile(file);
    ahead.set(file, reading);
    return reading;
  };
  const readAhead = async (): Promise<void> => {
    const html = await begin(join(folder, 'index.html'));
    const names = [...html.toString().matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name = '']) => name);
    await Promise.all(names.map((name) => begin(join(folder, name))));
  };
  // A file that cannot be read is missed by whoever asks for it.
  readAhead().catch(() => undefined);
  return {
    folder,
    delivered,
    read(file) {
      const early = ahead.get(file);
      // Not kept: a page that is loaded again is read again.
      if (ahead.delete(file) && ahead.size === 0) allAsked();
      return early ?? readFile(file);
    },
  };
}
