import { readFileSync, statSync } from 'node:fs';
import { err, type Result } from '../../shared/result.ts';
import type { FileFault } from '../../shared/settings/file-fault.ts';
import { readHandWrittenJson } from '../../shared/settings/hand-written.ts';

/** Bytes. Nobody has that many settings, and the app waits for them at its start. */
const largest = 1_000_000;

/** The object in a JSON file that a person may have written; null if there is no file. */
export function readObjectFile(path: string): Result<Readonly<Record<string, unknown>>, FileFault> | null {
  try {
    // A pipe or a device would keep the app waiting for ever.
    const file = statSync(path);
    if (!file.isFile()) return err({ fault: 'no-file' });
    if (file.size > largest) return err({ fault: 'too-large' });
    return readHandWrittenJson(readFileSync(path));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? null : err({ fault: 'no-access' });
  }
}

/** What a file of the app's own holds, which nobody edits; undefined if it cannot be read, null if it is no JSON. */
export function readOwnJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
