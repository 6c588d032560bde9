import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Sends the text, a byte a character, and answers all that comes back until the service closes the connection.
 * @param thenEnd says that nothing more will come, of whatever length it spoke
 * @throws {Error} if it is still open after so many ms.
 */
export async function exchange(
  port: number,
  text: string,
  { withinMs = 5000, thenEnd = false }: { readonly withinMs?: number; readonly thenEnd?: boolean } = {},
): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  let answer = '';
  socket.on('data', (piece: string) => (answer += piece));
  // The service closes while we still write: that is an end as any other.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close', { signal: AbortSignal.timeout(withinMs) }).then(
    () => true,
    () => false,
  );
  if (thenEnd) socket.end(text, 'latin1');
  else socket.write(text, 'latin1');
  const inTime = await closed;
  socket.destroy();
  if (!inTime) throw new Error(`the connection stays open after ${JSON.stringify(text.slice(0, 80))}`);
  return answer;
}
