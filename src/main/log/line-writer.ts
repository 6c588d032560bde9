type Stream = {
  readonly writableLength: number;
  write(text: string): unknown;
  on(event: 'error', listener: () => void): unknown;
};

/** Characters that may wait for a reader who does not read; what comes after them is left out. */
const mostWaiting = 1_000_000;

/**
 * Writes lines to a standard stream that may lead nowhere: a launcher that has ended closes its pipe (EPIPE), a disk is full.
 * An `error` event that nobody listens to is an uncaught error, and a write to a file throws at once.
 */
export function lineWriter(stream: Stream): (line: string) => void {
  tolerate(stream);
  return (line) => {
    if (stream.writableLength > mostWaiting) return;
    try {
      stream.write(`${line}\n`);
    } catch {
      // Nobody is there to be told.
    }
  };
}

/** From now on nothing that goes wrong with it is an uncaught error; also for what others write, such as Node its warnings. */
export const tolerate = (stream: Pick<Stream, 'on'>): void => void stream.on('error', () => undefined);
