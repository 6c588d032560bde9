import { rateLimiter, type Limit } from '../rate-limiter.ts';
import type { Log } from './log.ts';

/** A log for lines that a page can cause: it writes a limited number, and then how many were left out. */
export function rateLimitedLog(log: Log, limit: Limit): Log {
  const mayWrite = rateLimiter(limit);
  let leftOut = 0;
  const few = (write: () => void): void => {
    if (leftOut > 0 && mayWrite()) {
      log.warn(`${leftOut} lines about calls were left out`);
      leftOut = 0;
    }
    if (leftOut === 0 && mayWrite()) write();
    else leftOut += 1;
  };
  return {
    info: (line) => few(() => log.info(line)),
    warn: (line) => few(() => log.warn(line)),
    error: (line, cause) => few(() => log.error(line, cause)),
  };
}
