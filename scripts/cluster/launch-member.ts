import { createWriteStream } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../deploy/settings.ts';
import type { Guard } from '../supervision/guard.ts';
import { createProgram, type Program } from '../supervision/program.ts';
import type { describeMembers, MemberName } from './members.ts';
import type { ClusterFiles } from './prepare-files.ts';
import { readUnit, unitEnvironment } from './unit.ts';

export type LaunchRequest = {
  readonly name: MemberName;
  readonly member: ReturnType<typeof describeMembers>[MemberName];
  readonly files: ClusterFiles;
  readonly guard: Guard;
  /** Beside what its unit gives. */
  readonly environment?: Settings | undefined;
  readonly onDeath: (how: string) => void;
};

export const logFileOf = ({ logs }: ClusterFiles, name: MemberName): string => path.join(logs, `${name}.log`);

/** The program that a unit starts, with the unit's own command line and environment. It is not started yet. */
export async function programOf({
  name,
  member,
  files,
  guard,
  onDeath,
  ...rest
}: LaunchRequest): Promise<Program> {
  const text = await readFile(path.join(files.directory, 'systemd', member.unit), 'utf8');
  const unit = readUnit(text, member.instance, path.join(files.directory, 'credentials', name));
  for (const [place, source] of Object.entries(unit.credentials)) {
    await mkdir(path.dirname(place), { recursive: true });
    await symlink(source, place);
  }
  const environment = await Promise.all(unit.environmentFiles.map((file) => readFile(file, 'utf8')));
  const log = createWriteStream(logFileOf(files, name), { flags: 'a' });
  const program: Program = createProgram(
    {
      name,
      command: unit.command,
      args: unit.args,
      env: { ...unitEnvironment(environment), ...rest.environment },
      ...(unit.cwd === null ? {} : { cwd: unit.cwd }),
      isReady: () => member.isReady(program.pid()),
      readyWithinMs: 20_000,
    },
    { guard, log: () => undefined, onLine: (line) => void log.write(`${line}\n`), onDeath },
  );
  return program;
}
