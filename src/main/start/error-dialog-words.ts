import type { Language } from '../../shared/settings/settings.ts';
import { errorDialogsEn } from '../../shared/words/en/error-dialogs.ts';
import { errorDialogsFr } from '../../shared/words/fr/error-dialogs.ts';
import { readPolicies } from '../policies/read-policies.ts';
import { keepSettings } from '../settings/settings-keeper.ts';
import { userFileAsItIs } from '../settings/user-file.ts';

const dialogs: Readonly<Record<Language, typeof errorDialogsFr>> = { fr: errorDialogsFr, en: errorDialogsEn };

/**
 * The words for a start that fails, in the language set in this folder, or in French if that cannot be read. Synchronous, and
 * without loading the other words: a refused start must end before Chromium has begun anything.
 */
export function errorDialogWords(folder: string, read = readPolicies): typeof errorDialogsFr {
  try {
    const settings = keepSettings({ policies: read(), env: process.env, file: userFileAsItIs(folder) });
    return dialogs[settings.get().language];
  } catch {
    return errorDialogsFr;
  }
}
