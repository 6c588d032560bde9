import { isIPv6 } from 'node:net';

/** What stands in place of what must not be written. */
const blank = '…';

/**
 * The last net under the rule that nothing of the kind is handed to the log: whatever looks like something that opens a
 * meeting, or that names a person, is blanked in the finished line, so also in messages and stacks of errors. What
 * looks like one and is none (another machine's address in « ECONNREFUSED ») goes with it. Each pattern begins where a run
 * of its letters begins, so that the time grows with the length of the line and no faster.
 */
export function redact(line: string): string {
  return (
    line
      .replaceAll(/(?<![\w-])eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g, blank)
      .replaceAll(/\bBearer +[^\s"\\]+/gi, `Bearer ${blank}`)
      // Runs of base64url: 30 letters are a code, 80 a participation token, 32 bytes in 43 a key.
      .replaceAll(/(?<![\w-])[\w-]{28,}/g, (run) => (isRoomOrWord(run) ? run : blank))
      .replaceAll(/(?<![\w.-])(?:\d{10}|\d{3} \d{3} \d{4})(?![\w-]|\.\d)/g, blank)
      .replaceAll(/(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, blank)
      .replaceAll(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g, (address) =>
        address.startsWith('127.') ? address : blank,
      )
      .replaceAll(/[\da-f:.]{3,}/gi, (run) => (holdsIPv6(run) ? blank : run))
  );
}

/**
 * Rooms are named in the log, and mean nothing elsewhere; a run of small or of capital letters alone is a word of some
 * program.
 */
const isRoomOrWord = (run: string): boolean =>
  /^va-[a-z0-9-]+-[\da-f]{32}$/.test(run) || /^(?:[a-z_-]+|[A-Z_]+)$/.test(run);

/** A colon or a full stop of the sentence may touch the address. */
const holdsIPv6 = (run: string): boolean =>
  [run, run.slice(1), run.replace(/[.:]$/, ''), run.slice(1).replace(/[.:]$/, '')].some(
    (text) => isIPv6(text) && text !== '::1' && text !== '::',
  );
