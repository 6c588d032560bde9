import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import type { CertificateAuthority } from './certificate-authority.ts';

export type TlsFront = {
  readonly port: number;
  /** `host`: of loopback if it is not said. */
  to(port: number, host?: string): void;
  close(): void;
};

/** Speaks TLS with a server's certificate, and passes what it says on to a port that is named later. */
export async function startTlsFront({
  key,
  cert,
}: Pick<CertificateAuthority, 'key' | 'cert'>): Promise<TlsFront> {
  let target = { port: 0, host: '127.0.0.1' };
  const server = createServer({ key, cert, ALPNProtocols: ['http/1.1'] }, (client) => {
    const upstream = connect(target);
    client.pipe(upstream).pipe(client);
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    to: (port, host = '127.0.0.1') => void (target = { port, host }),
    close: () => void server.close(),
  };
}
