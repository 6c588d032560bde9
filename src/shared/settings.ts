import { z } from 'zod';

export const language = z.enum(['fr', 'en']);
export type Language = z.infer<typeof language>;

/** What the app keeps between two starts, for one user of one computer. Nothing secret. */
export const userSettings = z.object({
  language: language.default('fr'),
  /** The name last used to join, offered the next time. */
  displayName: z.string().max(2000).default(''),
});
export type UserSettings = z.infer<typeof userSettings>;
