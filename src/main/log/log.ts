import { redactAppLog } from '../../shared/redaction/app-log.ts';
import { oneLine } from '../report/one-line.ts';
import { keepRecent, type LogLine } from '../report/recent-lines.ts';

/** Lines for the terminal. Callers pass codes and names of things, never tokens, links or names of people. */
export type Log = {
  info(line: string): void;
  warn(line: string): void;
  error(line: string, cause?: unknown): void;
};

/** Characters of a line: the text of a page may be longer (and may hold control characters, which `oneLine` removes). */
const longest = 2000;
const levels = ['error', 'warn', 'info', 'debug'] as const;
type Level = (typeof levels)[number];
/** The log of the whole app. */
export type AppLog = Log & {
  /** From now on lines below this level are not written; until then all are. */
  setLevel(level: Level): void;
  /**
   * The last 200 lines for the help desk, the oldest first, whatever their level. They are in memory only; somebody who wants
   * a quiet terminal still wants a report that tells the cause.
   */
  recent(): readonly LogLine[];
};

/** `write` gets whole lines without the line end. They are redacted as a last net under the rule that `Log` names. */
export function createLog(write: (line: string) => void, now: () => Date): AppLog {
  let lightest: Level = 'debug';
  const lines = keepRecent();
  const line = (level: Level, text: string): void => {
    lines.add(now().toISOString(), level, text);
    if (levels.indexOf(level) <= levels.indexOf(lightest))
      write(`${now().toISOString()} ${level} ${redactAppLog(oneLine(text, longest))}`);
  };
  return {
    setLevel(level) {
      lightest = level;
    },
    recent: lines.all,
    info: (text) => line('info', text),
    warn: (text) => line('warn', text),
    error: (text, cause) =>
      line('error', cause instanceof Error ? `${text}: ${cause.name}: ${cause.message}` : text),
  };
}
