import { z } from 'zod';
import { nothing, type CallTable } from './calls/call-table.ts';
import type { Language } from './settings/settings.ts';
import type { Words } from './words/words.ts';

/** `screen`: all that one display shows. */
const screenKind = z.enum(['screen', 'window']);
export type ScreenKind = z.infer<typeof screenKind>;

/** Something that can be shared. */
export type ShareableSource = {
  readonly id: string;
  /** Of a window: its title, which any program or page may have written. */
  readonly name: string;
  /** A small picture as a `data:` address; null where there is none. */
  readonly preview: string | null;
};

/** What the picker shows first. */
export type PickerStart = {
  readonly language: Language;
  readonly words: Words['screenShare']['picker'];
};

/** `refused`: the system lets this app see no screen. */
export type ShareableSources =
  | { readonly access: 'refused' }
  | { readonly access: 'allowed'; readonly sources: readonly ShareableSource[] };

/** All that the window « Partager votre écran » may ask of main: a table of its own, at a door of its own. */
export const pickerCalls = {
  'picker:start': { input: nothing, output: z.custom<PickerStart>() },
  /** What there is now; asked again and again while the window is open. */
  'picker:sources': { input: screenKind, output: z.custom<ShareableSources>() },
  /** The id of one of those that were listed last; refused for any other. */
  'picker:choose': { input: z.string().max(200), output: nothing },
  'picker:cancel': { input: nothing, output: nothing },
  /** Opens the system's page where the app is allowed to see the screen. */
  'picker:open-settings': { input: nothing, output: nothing },
} as const satisfies CallTable;
