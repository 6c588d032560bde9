import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Unprepared } from '../log.ts';

/**
 * Ubuntu (since 23.10) lets only known programs make user namespaces, which Chromium's sandbox is made of; an Electron
 * that was merely unpacked is not known and ends at once. Its older helper works if root owns it.
 * @throws {Unprepared} with the command that makes it so. Turning the sandbox off is no way out.
 */
export async function checkSandbox(
  dist: string,
  restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
  uid = process.getuid?.(),
): Promise<void> {
  const restricted = await readFile(restriction, 'utf8').catch(() => '0');
  if (uid === 0 || restricted.trim() !== '1') return;
  const helper = path.join(dist, 'chrome-sandbox');
  const { uid: owner, mode } = await stat(helper);
  if (owner === 0 && (mode & 0o4000) !== 0) return;
  throw new Unprepared(
    `This system keeps Chromium from making its sandbox. Let its helper do so:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}
