import type { SectionName } from '../settings/sections.ts';
import type { SettingName, Settings } from '../settings/settings.ts';

/** Those settings that are one of a few words. */
type ChoiceName = {
  [N in SettingName]: Settings[N] extends string ? (string extends Settings[N] ? never : N) : never;
}[SettingName];

/** What each setting is called: read on the settings page, in the policy editors and in the administrator's documents. */
export type SettingWords = {
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly names: Readonly<Record<SettingName, { readonly label: string; readonly help: string }>>;
  readonly options: { readonly [N in ChoiceName]: Readonly<Record<Settings[N], string>> };
};

/** What an option of a choice is called; of anything else, itself. */
export function optionWord({ options }: SettingWords, name: SettingName, option: string): string {
  const all: Readonly<Partial<Record<SettingName, Readonly<Partial<Record<string, string>>>>>> = options;
  return all[name]?.[option] ?? option;
}
