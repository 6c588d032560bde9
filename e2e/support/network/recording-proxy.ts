import { createServer, request as send, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export type RecordingProxy = {
  readonly address: string;
  /** `host:port` of everything that was asked of it, in order. */
  readonly asked: readonly string[];
  close(): void;
};

/** An HTTP proxy (absolute addresses and CONNECT) that passes loopback on, refuses the rest, and writes down both. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const isLoopback = (host: string): boolean => host.startsWith('127.0.0.1:');
  const server = createServer((request, reply) => {
    const target = new URL(request.url ?? '', 'http://nowhere.invalid');
    asked.push(target.host);
    if (!isLoopback(target.host)) return void reply.writeHead(403).end();
    const onward = send(
      target,
      { method: request.method, headers: request.headers },
      (answer: IncomingMessage) => {
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(reply);
      },
    );
    onward.on('error', () => reply.destroy());
    reply.on('close', () => onward.destroy());
    request.pipe(onward);
    return undefined;
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client, head) => {
    const target = request.url ?? '';
    asked.push(target);
    if (!isLoopback(target)) return void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const [host, port] = target.split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    return undefined;
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
