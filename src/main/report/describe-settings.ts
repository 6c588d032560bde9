import { faultCode } from '../../shared/settings/file-fault.ts';
import type { ResolvedSettings } from '../../shared/settings/resolve-settings.ts';
import { settingNames, settings, type SettingName } from '../../shared/settings/settings.ts';
import type { Words } from '../../shared/words/words.ts';
import type { Redaction } from './redaction.ts';

/** Each setting and who decided it: the value of switches and choices; of texts and addresses only whether they are filled in. */
export function describeSettings(
  { values, sources, problems }: ResolvedSettings,
  words: Words,
  clean: Redaction,
): readonly string[] {
  const { colon } = words.check;
  const { text } = words.report;
  const told = (name: SettingName): string => {
    const { form } = settings[name].kind;
    if (form === 'switch' || form === 'choice') return String(values[name]);
    const value = values[name];
    const isFilled = Array.isArray(value) ? value.length > 0 : value !== '';
    return isFilled ? text.filled : text.empty;
  };
  return [
    ...settingNames.map((name) => `${name}${colon}${told(name)} (${sources[name]})`),
    ...problems
      .slice(0, 20)
      .map(
        ({ source, name, problem, because }) =>
          `! ${source}, ${clean.text(name)}${colon}${problem}${faultCode(because)}`,
      ),
  ];
}
