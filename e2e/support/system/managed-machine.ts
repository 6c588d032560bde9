import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import type { AppProgram } from '../app/app-program.ts';

/**
 * The program on a machine whose administrator put these files into /etc/visio-agents/policies: a mount namespace of its own
 * lays them over the real /etc, where nothing changes. Root's alone.
 */
export async function onManagedMachine(
  program: AppProgram,
  policies: Readonly<Record<string, string | Buffer>>,
  guard: Guard,
): Promise<AppProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'managed-'));
  guard.removeAtEnd(folder);
  const upper = path.join(folder, 'etc/visio-agents/policies');
  await mkdir(upper, { recursive: true });
  await mkdir(path.join(folder, 'work'));
  for (const [name, content] of Object.entries(policies)) await writeFile(path.join(upper, name), content);
  const layers = `lowerdir=/etc,upperdir=${folder}/etc,workdir=${folder}/work`;
  const executable = path.join(folder, 'managed-app');
  await writeFile(
    executable,
    `#!/bin/sh
exec unshare --mount sh -c 'mount -t overlay overlay -o ${layers} /etc && exec "$0" "$@"' '${program.executable}' "$@"
`,
  );
  await chmod(executable, 0o755);
  return { ...program, executable };
}
