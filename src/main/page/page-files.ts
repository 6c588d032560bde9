import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of the built page. */
export type PageFiles = {
  readonly folder: string;
  read(file: string): Promise<Buffer>;
  /** Resolves when every file that the page names has been requested. */
  readonly delivered: Promise<void>;
};

/** Reads the page and the files it names ahead, while Chromium starts; other files when they are requested. */
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
  // If a file cannot be read, its request fails.
  readAhead().catch(() => undefined);
  return {
    folder,
    delivered,
    read(file) {
      const early = ahead.get(file);
      // Delivered once: a page that is loaded again is read again.
      if (ahead.delete(file) && ahead.size === 0) allAsked();
      return early ?? readFile(file);
    },
  };
}
