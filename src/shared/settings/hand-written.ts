import { err, ok, type Result } from '../result.ts';
import type { FileFault } from './file-fault.ts';
import { jsonFault } from './json-fault.ts';

/**
 * The text of a file in UTF-8, without the mark that editors of Windows put before it. Any other encoding is refused: read as
 * UTF-8 its accents would be lost without a word.
 */
export function readUtf8(bytes: Uint8Array): Result<string, FileFault> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const text = decoder.decode(bytes);
    // UTF-16 without its mark is valid UTF-8 full of NUL.
    return text.includes('\0')
      ? err({ fault: 'not-utf8', line: lineAt(text, text.indexOf('\0')) })
      : ok(text);
  } catch {
    return err({ fault: 'not-utf8', line: lineOfWrongByte(bytes) });
  }
}

/** The object in a JSON file, or what is wrong with it and where. */
export function readHandWrittenJson(bytes: Uint8Array): Result<Readonly<Record<string, unknown>>, FileFault> {
  const text = readUtf8(bytes);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return isObject(value) ? ok(value) : err({ fault: 'no-object' });
  } catch {
    // What JSON.parse says has no place for many errors (V8 of Electron 33).
    const { fault, at } = jsonFault(text.value) ?? { fault: 'not-json' as const, at: 0 };
    return err({ fault, line: lineAt(text.value, at) });
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Lines end at the same byte in all of UTF-8, and nothing goes over a line's end. */
function lineOfWrongByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let line = 1, from = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    try {
      decoder.decode(bytes.subarray(from, end === -1 ? undefined : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    from = end + 1;
  }
}
