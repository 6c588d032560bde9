import { z } from 'zod';
import { nothing, type CallTable } from './calls/call-table.ts';
import type { Language } from './settings/settings.ts';
import type { Words } from './words/words.ts';

export type SharingBarStart = { readonly language: Language; readonly words: Words['screenShare']['bar'] };

/** All that the small bar on top of the other windows may ask of main. */
export const sharingBarCalls = {
  'bar:start': { input: nothing, output: z.custom<SharingBarStart>() },
  'bar:stop': { input: nothing, output: nothing },
  /** Brings the meeting to the front. */
  'bar:return': { input: nothing, output: nothing },
} as const satisfies CallTable;
