import { createContext, useContext } from 'react';
import type { Language } from '../../shared/settings/settings.ts';
import { words, type Words } from '../../shared/words/words.ts';

type Speech = { readonly language: Language; readonly choose: (language: Language) => void };
export const SpeechContext = createContext<Speech>({ language: 'fr', choose: () => undefined });

/** The sentences of the language that the user chose. */
export const useWords = (): Words => words[useContext(SpeechContext).language];
export const useSpeech = (): Speech => useContext(SpeechContext);
