import { pino, type DestinationStream, type Logger } from 'pino';

/** What rules may write: facts by reference, never a name, a token or a code. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** JSON lines on stdout. Requests are logged by their route, never by their URL: `/r/<code>` opens a meeting. */
export const createLog = (to?: DestinationStream): Logger =>
  pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      // A last net under the rule above: nothing that carries a credential is printed, whoever logs it.
      redact: { paths: ['req', 'request', 'headers', 'authorization', '*.authorization'], censor: '…' },
    },
    to,
  );
