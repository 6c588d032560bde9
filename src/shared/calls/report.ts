import { z } from 'zod';
import { pageFindings } from '../report.ts';
import { nothing, type CallTable } from './call-table.ts';

/** A report takes main some work: it looks at every kind of device. */
const made = { number: 10, withinMs: 60_000 };
/** More than anybody needs of the system's dialogs and mail windows. */
const openedWindows = { number: 5, withinMs: 60_000 };

/** The report for the help desk. */
export const reportCallTable = {
  /** The report, as text; main keeps it, and what leaves is that. */
  'report:make': { input: pageFindings, output: z.string(), limit: made },
  /** Refused where none was made, as the two that follow are. */
  'report:copy': { input: nothing, output: nothing },
  /** Asks the user where, in the system's own dialog. */
  'report:save': {
    input: nothing,
    output: z.enum(['saved', 'cancelled']),
    limit: openedWindows,
    oneAtATime: true,
  },
  /** Opens a mail to the help desk; the report is on the clipboard, since no address of a mail holds so much. */
  'report:mail': { input: nothing, output: nothing, limit: openedWindows },
} as const satisfies CallTable;
