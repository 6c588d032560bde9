import { oneLine } from './one-line.ts';
import { redactReport } from '../../shared/redaction/report.ts';

/** A line of the log. `times`: how often it was repeated in a row, the last time at `at` (ISO 8601). */
export type LogLine = {
  readonly at: string;
  readonly level: string;
  readonly text: string;
  readonly times: number;
};

const mostLines = 200;
/** Characters that are read, and that are kept. */
const longest = { read: 2000, kept: 300 };

/** Keeps the last 200 lines, in memory only and redacted. */
export function keepRecent(): {
  add(at: string, level: string, text: string): void;
  all(): readonly LogLine[];
} {
  let lines: readonly LogLine[] = [];
  return {
    add(at, level, written) {
      const text = oneLine(redactReport(oneLine(written, longest.read)), longest.kept);
      const last = lines.at(-1);
      // An error that repeats must not push its cause out.
      const isAgain = last?.text === text && last.level === level;
      const kept = isAgain ? lines.slice(0, -1) : lines.slice(1 - mostLines);
      lines = [...kept, { at, level, text, times: isAgain ? last.times + 1 : 1 }];
    },
    all: () => lines,
  };
}
