import { createContext, useContext } from 'react';
import type { Language } from '../../shared/settings/settings.ts';
import { words, type Words } from '../../shared/words/words.ts';

type LanguageChoice = { readonly language: Language; readonly choose: (language: Language) => void };
export const LanguageContext = createContext<LanguageChoice>({ language: 'fr', choose: () => undefined });

/** The sentences of the language that the user chose. */
export const useWords = (): Words => words[useContext(LanguageContext).language];
export const useLanguage = (): LanguageChoice => useContext(LanguageContext);
