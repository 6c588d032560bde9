import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '../../../shared/result.ts';
import { emptySnapshot, snapshot, type Snapshot } from './snapshot.ts';

/** Reads what an earlier process left; a file that is not there is an empty store, a file that is not ours an error. */
export async function readSnapshot(path: string): Promise<Result<Snapshot, string>> {
  try {
    return ok(snapshot.parse(JSON.parse(await readFile(path, 'utf8'))));
  } catch (error) {
    if (isMissing(error)) return ok(emptySnapshot);
    return err(
      error instanceof SyntaxError ? 'it is not JSON' : 'it is not readable as a store of this version',
    );
  }
}

/**
 * Returns `save`, whose promise resolves once a state at least as new as the call's is in the file. Calls during a
 * write share the next one, so that a hundred joins at once cost two writes, not a hundred. Not synced to the disk:
 * the file is there to survive the process; if the machine dies, the rooms are gone too.
 */
export function createSnapshotWriter(path: string, take: () => Snapshot): () => Promise<void> {
  const draft = `${path}.new`;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function write(): Promise<void> {
    next = null;
    await rm(draft, { force: true });
    await writeFile(draft, JSON.stringify(take()), { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
  }
  return () => {
    if (next === null) {
      // A write that failed was reported to those who waited for it; it must not fail the next one.
      next = running.catch(() => undefined).then(write);
      running = next;
    }
    return next;
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
