import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsLayer, SettingsProblem } from '../../shared/settings/resolve-settings.ts';
import type { Policies } from './read-policies.ts';

/** Only root writes there; every user reads it. */
export const policyFolder = '/etc/visio-agents/policies';

/**
 * The JSON files of a folder, each an object of settings, in the order of their names: what two of them say, the later
 * one decides. A file that cannot be read is reported, and the others apply.
 */
export function readPolicyFolder(folder: string): Policies {
  const problems: SettingsProblem[] = [];
  const layers: SettingsLayer[] = [];
  const values: Record<string, unknown> = {};
  for (const name of filesIn(folder)) {
    const path = join(folder, name);
    const read = readObject(path);
    if (read === null) problems.push({ source: 'machine-policy', name: path, problem: 'unreadable-file' });
    else Object.assign(values, read);
  }
  if (Object.keys(values).length > 0) layers.push({ source: 'machine-policy', values });
  return { layers, problems };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort();
  } catch {
    return []; // there is none, as on most computers
  }
}

function readObject(path: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
