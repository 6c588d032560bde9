import type { SettingsLayer, SettingsProblem } from '../../shared/settings/resolve-settings.ts';

/** The decisions of an administrator, and what could not be read of them. */
export type Policies = {
  readonly layers: readonly SettingsLayer[];
  readonly problems: readonly SettingsProblem[];
};

/** The policies of one source. Without any value it decides nothing, and so makes no layer. */
export const policiesOf = (
  source: SettingsLayer['source'],
  values: SettingsLayer['values'],
  problems: readonly SettingsProblem[],
): Policies => ({ layers: Object.keys(values).length > 0 ? [{ source, values }] : [], problems });

export const together = (all: readonly Policies[]): Policies => ({
  layers: all.flatMap(({ layers }) => layers),
  problems: all.flatMap(({ problems }) => problems),
});

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
