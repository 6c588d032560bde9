import { z } from 'zod';
import { discovery } from '../discovery.ts';
import { capabilities, hostPlatform } from '../host-system.ts';
import type { ResolvedSettings } from '../settings/resolve-settings.ts';
import type { SignInState } from '../sign-in.ts';
import { nothing, type CallTable } from './call-table.ts';
import { currentMeeting } from './meeting.ts';

const appStart = z.object({
  signIn: z.custom<SignInState>(),
  /** Written by main from the table of settings, and read by the page as it is. */
  settings: z.custom<ResolvedSettings>(),
  displayName: z.string(),
  appVersion: z.string(),
  /** For words that name a page of this system; what can be done is asked of `can`. */
  platform: hostPlatform,
  can: capabilities,
  /** A meeting to come back to: at once if `present` (the page was reloaded or crashed), else offered at home. */
  current: currentMeeting.nullable(),
});
export type AppStart = z.infer<typeof appStart>;

/** Pages outside the app that the window may open, by name: it never chooses an address. */
const outsidePage = z.enum([
  'documentation',
  'accessTerms',
  'legal',
  'privacy',
  'terms',
  'help-desk',
  'download',
  'info.gouv.fr',
  'service-public.gouv.fr',
  'legifrance.gouv.fr',
  'data.gouv.fr',
]);
export type OutsidePage = z.infer<typeof outsidePage>;

/** More pages and mails than anybody opens; a page that means harm buries its user under no more than that. */
const openedOutside = { number: 10, withinMs: 60_000 };

/** What the window asks about the app as a whole, and what it opens outside. */
export const appCallTable = {
  'app:start': { input: nothing, output: appStart },
  /** For settings that a start reads only. Refused in a meeting. */
  'app:restart': { input: nothing, output: nothing },
  /** What the service is; asked again by « Réessayer ». */
  'service:discover': { input: nothing, output: discovery },
  'clipboard:write': { input: z.string().max(2000), output: nothing },
  'mail:compose': {
    input: z.strictObject({ subject: z.string().max(200), body: z.string().max(2000) }),
    output: nothing,
    limit: openedOutside,
  },
  'page:open': { input: outsidePage, output: nothing, limit: openedOutside },
} as const satisfies CallTable;
