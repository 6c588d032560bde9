import { nothing, type CallTable } from './call-table.ts';

/**
 * What the window tells main of its screen share. It asks for one with `getDisplayMedia` alone: main then asks the user, in a
 * window of its own (`screen-picker.ts`) or in the system's, and the page learns of what can be shared only the one thing chosen.
 */
export const screenCallTable = {
  /** Nothing is shared any more: main's sign of it goes away. */
  'screen:stopped': { input: nothing, output: nothing },
} as const satisfies CallTable;
