import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { err } from '../../shared/result.ts';
import type { FileFault } from '../../shared/settings/file-fault.ts';
import type { SettingsProblem } from '../../shared/settings/resolve-settings.ts';
import { readObjectFile } from '../files/read-json-file.ts';
import { policiesOf, type Policies } from './policies.ts';

/** Only root writes there; every user reads it. */
export const policyFolder = '/etc/visio-agents/policies';

/**
 * The JSON files of a folder, each an object of settings, in the order of their names: if two set the same, the later one
 * wins. A file that cannot be read is reported with the reason, and the others apply. `$schema` is for editors and no setting.
 */
export function readPolicyFolder(folder: string): Policies {
  const problems: SettingsProblem[] = [];
  const values: (readonly [name: string, value: unknown])[] = [];
  const names = filesIn(folder);
  // A user who may not read what the administrator decided is told so: it may have been meant for them.
  if (names === null) problems.push({ source: 'machine-policy', name: folder, problem: 'unreadable-file' });
  for (const name of names ?? []) {
    const path = join(folder, name);
    // A broken link was meant to be a file.
    const read = readObjectFile(path) ?? err<FileFault>({ fault: 'no-file' });
    if (read.ok) values.push(...Object.entries(read.value));
    else
      problems.push({
        source: 'machine-policy',
        name: path,
        problem: 'unreadable-file',
        because: read.error,
      });
  }
  return policiesOf(
    'machine-policy',
    Object.fromEntries(values.filter(([name]) => name !== '$schema')),
    problems,
  );
}

/** Null if the folder exists, or may exist, and cannot be read. */
function filesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort();
  } catch (error) {
    // There is no folder, as on most computers.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : null;
  }
}
