import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsProblem } from '../../shared/settings/resolve-settings.ts';
import { isObject, policiesOf, type Policies } from './policies.ts';

/** Only root writes there; every user reads it. */
export const policyFolder = '/etc/visio-agents/policies';

/** Bytes. Nobody has that many settings, and the app waits for it at its start. */
const largestFile = 1_000_000;

/**
 * The JSON files of a folder, each an object of settings, in the order of their names: what two of them say, the later
 * one decides. A file that cannot be read is reported, and the others apply. `$schema`, for editors, is no setting.
 */
export function readPolicyFolder(folder: string): Policies {
  const problems: SettingsProblem[] = [];
  const values: (readonly [name: string, value: unknown])[] = [];
  const names = filesIn(folder);
  // Who may not look at what the administrator decided is told so: it may have been meant for them.
  if (names === null) problems.push({ source: 'machine-policy', name: folder, problem: 'unreadable-file' });
  for (const name of names ?? []) {
    const path = join(folder, name);
    const read = readObject(path);
    if (read === null) problems.push({ source: 'machine-policy', name: path, problem: 'unreadable-file' });
    else values.push(...Object.entries(read));
  }
  return policiesOf(
    'machine-policy',
    Object.fromEntries(values.filter(([name]) => name !== '$schema')),
    problems,
  );
}

/** Null where the folder is there, or may be, and cannot be read. */
function filesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort();
  } catch (error) {
    // There is none, as on most computers.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : null;
  }
}

function readObject(path: string): object | null {
  try {
    // A pipe or a device would keep the app waiting for ever.
    const file = statSync(path);
    if (!file.isFile() || file.size > largestFile) return null;
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}
