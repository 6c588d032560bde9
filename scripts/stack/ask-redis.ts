import { connect } from 'node:net';

/** What a Redis answers to these commands on a connection of their own; empty if it cannot be asked within a second. */
export function askRedis(port: number, commands: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    // QUIT makes it close when it has answered all.
    socket.once('connect', () => socket.write([...commands, 'QUIT', ''].join('\r\n')));
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => undefined); // « close » follows
    socket.once('close', () => resolve(answer));
  });
}

/** Whether the process `pid` is the Redis on this port, and has read all its data. */
export async function isRedisReady(
  port: number,
  pid: number,
  login: readonly string[] = [],
): Promise<boolean> {
  const answer = await askRedis(port, [...login, 'INFO server', 'PING']);
  // On the port that we found free somebody else's Redis may be listening by now.
  return answer.includes('+PONG') && answer.includes(`process_id:${pid}\r`);
}
