import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';

export type CertificateAuthority = {
  /** Its own certificate, which a system may be told to trust. */
  readonly file: string;
  /** Of a server under it, and where they are. */
  readonly key: Buffer;
  readonly cert: Buffer;
  readonly keyFile: string;
  readonly certFile: string;
};

/** A private authority, as an administration has one, and a certificate of a server that it signed. */
export async function makeCertificateAuthority(
  guard: Guard,
  names = 'IP:127.0.0.1',
): Promise<CertificateAuthority> {
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-authority-'));
  guard.removeAtEnd(folder);
  const at = (name: string): string => path.join(folder, name);
  const openssl = async (...args: string[]): Promise<void> => {
    const { code, stderr } = await run(guard, 'openssl', args);
    if (code !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
  };
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'.split(' ');
  const ca = ['-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '2', '-subj', '/CN=Autorité privée'];
  await openssl('req', '-x509', ...newKey, ...ca);
  await openssl(
    'req',
    ...newKey,
    '-keyout',
    at('server.key'),
    '-out',
    at('server.csr'),
    '-subj',
    '/CN=server',
  );
  await writeFile(at('server.ext'), `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`);
  const signed = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2'];
  const asked = ['-in', at('server.csr'), '-extfile', at('server.ext'), '-out', at('server.pem')];
  await openssl('x509', '-req', ...asked, ...signed);
  return {
    file: at('ca.pem'),
    key: await readFile(at('server.key')),
    cert: await readFile(at('server.pem')),
    keyFile: at('server.key'),
    certFile: at('server.pem'),
  };
}
