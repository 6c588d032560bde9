import type { Language } from '../settings/settings.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

export type { Words };
export const words: Readonly<Record<Language, Words>> = { fr, en };
