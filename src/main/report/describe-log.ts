import type { Words } from '../../shared/words/words.ts';
import type { Redaction } from './redaction.ts';
import type { LogLine } from './recent-lines.ts';
import { describeTime } from './describe-time.ts';

/** The newest lines that fit into `room` bytes, oldest first; redacted again with the words that are known now. */
export function describeLog(
  lines: readonly LogLine[],
  room: number,
  { report: { text } }: Words,
  clean: Redaction,
): readonly string[] {
  if (lines.length === 0) return [text.emptyLog];
  const told: string[] = [];
  let left = room - Buffer.byteLength(text.cut) - 1;
  for (const { at, level, text: written, times } of lines.toReversed()) {
    const line = `${describeTime(at)} ${level} ${clean.text(written)}${times === 1 ? '' : ` ${text.times(times)}`}`;
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) return [text.cut, ...told.toReversed()];
    told.push(line);
  }
  return told.toReversed();
}
