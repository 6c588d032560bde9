/** Says one line to whoever started the command; programs get a `Log` instead of a console. */
export type Log = (line: string) => void;

/** Progress goes to stderr: stdout belongs to what other programs read. */
export const logToStderr: Log = (line) => void process.stderr.write(`${line}\n`);

/** A failure that the person at the keyboard can mend: its message is a whole sentence, no stack is shown. */
export class Unprepared extends Error {
  override readonly name = 'Unprepared';
}

/** The last word of a command that cannot go on. */
export function reportAndExit(error: unknown): never {
  logToStderr(
    error instanceof Unprepared ? error.message : error instanceof Error ? `${error.stack}` : String(error),
  );
  process.exit(1);
}
