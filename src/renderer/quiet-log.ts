import { getLogger, LoggerNames } from 'livekit-client';
import { redactPageLog } from '../shared/redaction/page-log.ts';

type Print = (level: string, message: string) => void;

/**
 * livekit-client 2.23 writes to the console, and an error of its connection quotes the whole access token.
 * Only warnings and errors pass, as redacted text; the objects that come with them are dropped.
 */
export function quietLog(print: Print = printToConsole): void {
  for (const name of Object.values(LoggerNames)) {
    const logger = getLogger(name);
    logger.methodFactory =
      (level) =>
      (...parts: unknown[]) =>
        print(level, redactPageLog(String(parts[0])));
    // Not kept: loglevel would write the level into localStorage.
    logger.setLevel('warn', false);
  }
}

function printToConsole(level: string, message: string): void {
  // oxlint-disable-next-line no-console -- for whoever looks for a media trouble with the developer tools
  console.warn(`livekit ${level}: ${message}`);
}
