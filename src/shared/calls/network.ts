import { networkCheckGrant } from '../network-check.ts';
import { nothing, type CallTable } from './call-table.ts';

/** More than anybody checks; the service counts those of a whole administration together. */
const checked = { number: 6, withinMs: 60_000 };

/** What the window asks about the network. */
export const networkCallTable = {
  /** A room of one's own for a minute, at the LiveKit of the meeting that we are in, else of the own service. */
  'network:check': {
    input: nothing,
    output: networkCheckGrant.omit({ endsAt: true }),
    limit: checked,
    noted: true,
  },
} as const satisfies CallTable;
