import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import type { Authority } from './authority.ts';

export type TlsFront = { readonly port: number; to(port: number): void; close(): void };

/** Speaks TLS with a server's certificate, and passes what it says on to a port of loopback, named later. */
export async function startTlsFront({ key, cert }: Pick<Authority, 'key' | 'cert'>): Promise<TlsFront> {
  let target = 0;
  const server = createServer({ key, cert, ALPNProtocols: ['http/1.1'] }, (client) => {
    const upstream = connect(target, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    to: (port) => void (target = port),
    close: () => void server.close(),
  };
}
