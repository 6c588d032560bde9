import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { orMissing } from '../../scripts/or-missing.ts';
import { descendantsOf } from '../../scripts/supervision/process-table.ts';
import type { Secrets } from './record-secrets.ts';

/** Places that were looked through, by name. */
export type Looked = ReadonlyMap<string, Buffer>;

/** Which secret is where: « refresh_token 3 in Local Storage/leveldb/000003.log ». */
export const foundIn = (looked: Looked, secrets: Secrets): string[] =>
  [...looked].flatMap(([place, content]) =>
    [...secrets]
      .filter(([, secret]) => writings(secret).some((writing) => content.includes(writing)))
      .map(([name]) => `${name} in ${place}`),
  );

/**
 * As bytes, as Chromium's own texts of 16 bits, and encoded again. Of a long one its beginning: heap snapshots cut texts off,
 * and 200 characters of a token are no other token's.
 */
function writings(secret: string): Buffer[] {
  const text = secret.slice(0, 200);
  const encoded = [0, 1, 2].map((shift) =>
    // What stands before shifts the letters; those at both ends depend on the neighbours.
    Buffer.from('x'.repeat(shift) + text)
      .toString('base64')
      .slice(4, -4),
  );
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), ...encoded.map((each) => Buffer.from(each))];
}

/** Every file below the folder. */
export async function filesBelow(folder: string): Promise<Looked> {
  const looked = new Map<string, Buffer>();
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!(await orMissing(stat(file)))?.isFile()) continue;
    const content = await orMissing(readFile(file));
    if (content !== null) looked.set(name, content);
  }
  return looked;
}

/** What every other program of this user may read of the app's processes. */
export async function processesOf(pid: number): Promise<Looked> {
  const looked = new Map<string, Buffer>();
  for (const each of [pid, ...descendantsOf(pid)])
    for (const name of ['cmdline', 'environ']) {
      const content = await orMissing(readFile(`/proc/${each}/${name}`));
      if (content !== null) looked.set(`/proc/${each}/${name}`, content);
    }
  return looked;
}

/** All that JavaScript of the page can reach, and what it let go of since the last collection. */
export async function heapOf(page: Page): Promise<Looked> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return new Map([['the page’s heap', Buffer.from(chunks.join(''))]]);
}
