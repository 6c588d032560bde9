import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';
import type { CertificateAuthority } from './certificate-authority.ts';

/** A home folder that trusts the authority, as an administrator has set it up. */
export async function makeTrustingHome(guard: Guard, authority: CertificateAuthority): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'visio-home-'));
  guard.removeAtEnd(home);
  // Where Chromium on Linux looks for what its user trusts.
  const store = path.join(home, '.pki/nssdb');
  await mkdir(store, { recursive: true });
  for (const args of [
    ['-N', '--empty-password'],
    ['-A', '-t', 'C,,', '-n', 'authority', '-i', authority.file],
  ]) {
    const { code, stderr } = await run(guard, 'certutil', ['-d', `sql:${store}`, ...args]);
    if (code !== 0) throw new Error(`certutil ${args.join(' ')}: ${stderr}`);
  }
  return home;
}
