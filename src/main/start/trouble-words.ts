import type { Language } from '../../shared/settings/settings.ts';
import { troubleEn } from '../../shared/words/en/trouble.ts';
import { troubleFr } from '../../shared/words/fr/trouble.ts';
import { readPolicies } from '../policies/read-policies.ts';
import { keepSettings } from '../settings/settings-keeper.ts';
import { userFileAsItIs } from '../settings/user-file.ts';

const trouble: Readonly<Record<Language, typeof troubleFr>> = { fr: troubleFr, en: troubleEn };

/**
 * The words for a start that fails, in the language set in this folder, or in French if that cannot be read. Synchronous, and
 * without loading the other words: a refused start must end before Chromium has begun anything.
 */
export function troubleWords(folder: string, read = readPolicies): typeof troubleFr {
  try {
    const settings = keepSettings({ policies: read(), env: process.env, file: userFileAsItIs(folder) });
    return trouble[settings.get().language];
  } catch {
    return troubleFr;
  }
}
