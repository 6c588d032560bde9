import { settings, type Language, type SettingName } from '../../src/shared/settings/settings.ts';
import { optionWord } from '../../src/shared/words/setting-words.ts';
import { words } from '../../src/shared/words/words.ts';
import { templateWords } from './template-words.ts';

/** What an administrator reads of a setting in a policy editor: what it does, and what each state of the policy means. */
export function describeSetting(language: Language, name: SettingName): string {
  const own = templateWords[language];
  const { kind, decidedBy, nextStart } = settings[name];
  const unset = decidedBy === 'user' ? own.decidedByUser : own.decidedByNobody;
  const sentences = [
    own.forms[kind.form],
    unset(fallbackWord(language, name)),
    own.notes[name],
    nextStart ? own.nextStart : undefined,
  ];
  const state = sentences.filter((sentence) => sentence !== undefined).join('\n');
  return `${words[language].settings.names[name].help}\n\n${state}`;
}

function fallbackWord(language: Language, name: SettingName): string {
  const { yes, no, none, quoted } = templateWords[language];
  const { fallback } = settings[name];
  if (typeof fallback === 'boolean') return fallback ? yes : no;
  if (typeof fallback !== 'string' || fallback === '') return none;
  return quoted(optionWord(words[language].settings, name, fallback));
}
