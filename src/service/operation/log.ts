import { pino, type DestinationStream, type Logger } from 'pino';
import { personalMembers, redactServiceLog } from '../../shared/redaction/service-log.ts';

/** What rules may write: facts by reference, never a name, a token or a code. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** JSON lines on stdout. Requests are logged by their route, never by their URL: `/r/<code>` opens a meeting. */
export const createLog = (to?: DestinationStream): Logger =>
  pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      // Safety nets under the rule above: one for values without a recognisable form, one for those that have one.
      redact: {
        paths: [
          'req',
          'request',
          'headers',
          'body',
          ...personalMembers.flatMap((name) => [name, `*.${name}`]),
        ],
        censor: '…',
      },
      hooks: { streamWrite: redactServiceLog },
    },
    to,
  );
