type Stream = {
  readonly writableLength: number;
  write(text: string): unknown;
  on(event: 'error', listener: () => void): unknown;
};

/** Characters that may wait if nobody reads the stream; further lines are dropped. */
const mostWaiting = 1_000_000;

/**
 * Writes lines to a standard stream that may be broken: the launcher has ended and closed its pipe (EPIPE), or the disk is
 * full. Without a listener an `error` event becomes an uncaught error, and a write to a file throws synchronously.
 */
export function lineWriter(stream: Stream): (line: string) => void {
  tolerate(stream);
  return (line) => {
    if (stream.writableLength > mostWaiting) return;
    try {
      stream.write(`${line}\n`);
    } catch {
      // There is nowhere to report it.
    }
  };
}

/** Errors of the stream are never uncaught from now on, also those of other writers, such as the warnings of Node. */
export const tolerate = (stream: Pick<Stream, 'on'>): void => void stream.on('error', () => undefined);
