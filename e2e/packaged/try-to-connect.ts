import { connect } from 'node:net';

/** Knocks at a port of this machine without a pause until it is told to stop. */
export function tryToConnect(port: number): {
  stop(): Promise<{ readonly tried: number; readonly reached: number }>;
} {
  let [tried, reached] = [0, 0];
  const told = new AbortController();
  const knock = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        reached += 1;
        socket.destroy();
      });
      socket.on('error', () => undefined); // refused: good
      socket.once('close', () => resolve());
    });
  const done = (async () => {
    for (; !told.signal.aborted; tried++) await knock();
  })();
  return {
    async stop() {
      told.abort();
      await done;
      return { tried, reached };
    },
  };
}
