import { redactAppLog } from '../../shared/redaction/app-log.ts';
import { oneLine } from '../report/one-line.ts';
import { keepRecent, type LogLine } from '../report/recent-lines.ts';

/** Lines for the terminal; callers pass codes and names of things, never tokens, links, people's names. */
export type Log = {
  info(line: string): void;
  warn(line: string): void;
  error(line: string, cause?: unknown): void;
};

/** Characters of a line. What a page says may be longer, and may hold what moves a terminal's cursor. */
const longest = 2000;
const levels = ['error', 'warn', 'info', 'debug'] as const;
type Level = (typeof levels)[number];
/** The log of the whole app. */
export type AppLog = Log & {
  /** Nothing that weighs less is written from now on; before, all is. */
  setLevel(level: Level): void;
  /**
   * The last 200 lines for the help desk, the oldest first, whatever their level: they are in memory only, and whoever wants
   * a quiet terminal wants no report without a cause.
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
