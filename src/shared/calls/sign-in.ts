import { nothing, type CallTable } from './call-table.ts';

/** More than anybody needs; a page that means harm opens no more tabs in the browser than that. */
const openedTabs = { number: 5, withinMs: 60_000 };

/** What the window asks about who is signed in; what comes of it is told by the event `sign-in:state`. */
export const signInCallTable = {
  /** Opens the system's browser. While one attempt is on, another changes nothing. */
  'sign-in:start': { input: nothing, output: nothing, limit: openedTabs, noted: true },
  'sign-in:cancel': { input: nothing, output: nothing, noted: true },
  'sign-in:sign-out': { input: nothing, output: nothing, noted: true },
} as const satisfies CallTable;
