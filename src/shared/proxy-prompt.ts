import { z } from 'zod';
import { nothing, type CallTable } from './calls/call-table.ts';
import type { Language } from './settings/settings.ts';
import type { Words } from './words/words.ts';

/** What the window for a proxy's password shows. */
export type ProxyPrompt = {
  readonly language: Language;
  /** `lead` names the proxy, by name and port. */
  readonly words: Omit<Words['proxy'], 'lead'> & { readonly lead: string };
  /** The name typed before; null at the first time. With one, the proxy refused it. */
  readonly before: string | null;
};

const text = z.string().min(1).max(500);

/** All that window may ask of main: a table of its own, at a door of its own. */
export const promptCalls = {
  'proxy:question': { input: nothing, output: z.custom<ProxyPrompt>() },
  'proxy:answer': {
    input: z.strictObject({ user: text, password: text, keep: z.boolean() }),
    output: nothing,
  },
  'proxy:cancel': { input: nothing, output: nothing },
} as const satisfies CallTable;
