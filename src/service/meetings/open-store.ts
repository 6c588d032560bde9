import { err, ok, type Result } from '../../shared/result.ts';
import { createMemoryStore } from './memory-store.ts';
import { createSnapshotWriter, readSnapshot } from './snapshot-file.ts';
import { emptySnapshot } from './snapshot.ts';
import type { MeetingStore } from './store.ts';

/** The embedded store, with what the last process left in the file; the error is a line for the operator. */
export async function openStore(file: string | null): Promise<Result<MeetingStore, string>> {
  if (file === null) return ok(createMemoryStore(emptySnapshot));
  const left = await readSnapshot(file);
  if (!left.ok) return err(`VISIO_STORE_FILE: ${left.error}; move it away to start without it`);
  try {
    // Better found out now than in the middle of somebody's click.
    await createSnapshotWriter(file, () => left.value)();
  } catch (error) {
    return err(`VISIO_STORE_FILE: cannot be written: ${error instanceof Error ? error.message : 'unknown'}`);
  }
  return ok(createMemoryStore(left.value, (take) => createSnapshotWriter(file, take)));
}
