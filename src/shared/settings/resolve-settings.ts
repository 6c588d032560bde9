import type { FileFault } from './file-fault.ts';
import { settingNames, settings, type SettingName, type Settings } from './settings.ts';

/** Who decides, the strongest first. */
const settingSources = ['machine-policy', 'user-policy', 'environment', 'user', 'default'] as const;
export type SettingSource = (typeof settingSources)[number];

/** What one source says, as it was found; names and values are checked here. */
export type SettingsLayer = {
  readonly source: Exclude<SettingSource, 'default'>;
  readonly values: Readonly<Record<string, unknown>>;
};

/** What is wrong with a source; the rest of it applies. */
export type SettingsProblem = {
  readonly source: SettingsLayer['source'];
  /** Of the setting as it was written, or of the file. */
  readonly name: string;
  readonly problem: 'unknown-setting' | 'wrong-value' | 'policy-only' | 'unreadable-file';
  /** For an administrator, in English. */
  readonly expected?: string;
  /** Of a file. */
  readonly because?: FileFault;
};

export type ResolvedSettings = {
  readonly values: Settings;
  readonly sources: Readonly<Record<SettingName, SettingSource>>;
  readonly problems: readonly SettingsProblem[];
};

export const isManaged = (source: SettingSource): boolean =>
  source === 'machine-policy' || source === 'user-policy';

/** Each setting from the strongest source that has a valid value for it; the order of `layers` does not matter. */
export function resolveSettings(layers: readonly SettingsLayer[]): ResolvedSettings {
  const problems: SettingsProblem[] = [];
  const values: Partial<Record<SettingName, unknown>> = {};
  const sources: Partial<Record<SettingName, SettingSource>> = {};
  const weakestFirst = layers.toSorted((a, b) => rank(b.source) - rank(a.source));
  for (const { source, values: given } of weakestFirst) {
    for (const [name, value] of Object.entries(given)) {
      const read = readValue(source, name, value);
      if ('problem' in read) problems.push(read);
      else {
        values[read.name] = read.value;
        sources[read.name] = source;
      }
    }
  }
  for (const name of settingNames) {
    values[name] ??= settings[name].fallback;
    sources[name] ??= 'default';
  }
  // Whoever manages where meetings are wants no others, unless they say so.
  if (sources.unknownServers === 'default' && isManaged(sources.server ?? 'default'))
    values.unknownServers = 'refuse';
  return {
    values: values as Settings,
    sources: sources as Record<SettingName, SettingSource>,
    problems: problems.toReversed(),
  };
}

const rank = (source: SettingSource): number => settingSources.indexOf(source);

function readValue(
  source: SettingsLayer['source'],
  name: string,
  given: unknown,
): { readonly name: SettingName; readonly value: unknown } | SettingsProblem {
  if (!isSettingName(name)) return { source, name, problem: 'unknown-setting' };
  const { kind, decidedBy } = settings[name];
  if (decidedBy === 'policy' && !isManaged(source)) return { source, name, problem: 'policy-only' };
  const value = kind.read(given);
  return value === undefined
    ? { source, name, problem: 'wrong-value', expected: kind.expected }
    : { name, value };
}

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settings, name);
