import { z } from 'zod';
import { nothing, type CallTable } from './call-table.ts';

/** More than anybody types; a page that means harm opens no more dialogs, and tries no more addresses, than that. */
const chosenServers = { number: 10, withinMs: 60_000 };

/** What the window may decide for its user. */
export const settingsCallTable = {
  /** Refused where the administrator decides, and for what is no value of that setting. */
  'settings:change': {
    input: z.strictObject({ name: z.string().max(50), value: z.unknown() }),
    output: nothing,
  },
  /** The address of a meeting service, as somebody types it; it becomes the app's own if one is there. */
  'server:choose': {
    input: z.string().max(300),
    output: nothing,
    limit: chosenServers,
    oneAtATime: true,
    noted: true,
  },
} as const satisfies CallTable;
