import { rm, writeFile } from 'node:fs/promises';
import { withGuard } from '../supervision/guard.ts';

/** What Debian's packages ask before they start the servers that they bring (invoke-rc.d, deb-systemd-invoke). */
const policyFile = '/usr/sbin/policy-rc.d';

/**
 * Installs something without the servers in it being started: an nginx of the system's own would take port 80 of a
 * machine that only wanted to run our tests. A rule that the machine has already stays as it is.
 */
export function withoutServices<T>(install: () => Promise<T>, file = policyFile): Promise<T> {
  return withGuard(async (guard) => {
    // 101: not allowed. Removed even if we are killed: the machine's later installations must start what they bring.
    const isOurs = await writeFile(file, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' }).then(
      () => true,
      () => false,
    );
    if (!isOurs) return install();
    guard.removeAtEnd(file);
    try {
      return await install();
    } finally {
      await rm(file, { force: true });
      guard.keep(file);
    }
  });
}
