import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { deployDirectory, fillTemplates, readTemplates } from '../deploy/fill.ts';
import { newSecrets, readSettings, type Settings } from '../deploy/settings.ts';
import { writeFiles } from '../deploy/write-files.ts';
import { Unprepared } from '../log.ts';
import type { ClusterPrograms } from '../runtimes/cluster-programs.ts';
import type { Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { findPorts, loopbackSettings, plainDoors, type ClusterPorts } from './loopback.ts';

export type ClusterFiles = {
  readonly directory: string;
  readonly logs: string;
  readonly ports: ClusterPorts;
  readonly settings: Settings;
  readonly secrets: Settings;
};
type Wishes = {
  readonly guard: Guard;
  readonly programs: ClusterPrograms;
  /** Values of `deploy/settings.env` that are to be others. */
  readonly settings: Settings;
  /** Where the logs are to stay; without one they go with everything else. */
  readonly logs: string | undefined;
};

/** Writes all that the programs of a cluster read, with free ports and fresh secrets, into a directory that goes with us. */
export async function prepareFiles({
  guard,
  programs,
  settings: wanted,
  ...wishes
}: Wishes): Promise<ClusterFiles> {
  const directory = await mkdtemp(path.join(tmpdir(), 'visio-agents-cluster-'));
  guard.removeAtEnd(directory);
  const directories = {
    config: path.join(directory, 'config'),
    data: path.join(directory, 'data'),
    logs: wishes.logs ?? path.join(directory, 'logs'),
  };
  for (const part of ['bin', 'nginx', 'redis-livekit', 'redis-service'])
    await mkdir(path.join(directories.data, part), { recursive: true });
  await mkdir(directories.logs, { recursive: true });
  await symlink(programs.redis, path.join(directories.data, 'bin', 'redis-server'));

  const ports = await findPorts();
  const example = path.join(deployDirectory, 'settings.env');
  const settings = {
    ...readSettings(await readFile(example, 'utf8'), example),
    ...loopbackSettings({ ports, programs, directories, user: userInfo().username }),
    ...wanted,
  };
  const secrets = newSecrets();
  await writeFiles(fillTemplates(await readTemplates(), { settings, secrets }), directory);
  await makeCertificate(guard, programs.openssl, directories.config);
  await mkdir(path.join(directories.config, 'nginx.d'));
  await writeFile(
    path.join(directories.config, 'nginx.d', 'loopback.conf'),
    plainDoors(ports, directories.config),
  );
  return { directory, logs: directories.logs, ports, settings, secrets };
}

/** For this machine, for two days. */
async function makeCertificate(guard: Guard, openssl: string, directory: string): Promise<void> {
  const kind =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 2 -subj /CN=localhost';
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const places = ['-keyout', path.join(directory, 'tls.key'), '-out', path.join(directory, 'tls.crt')];
  const args = [...kind.split(' '), ...names, ...places];
  const made = await run(guard, openssl, args, { timeoutMs: 30_000 });
  if (made.code !== 0) throw new Unprepared(`openssl makes no certificate.\n${made.stderr}`);
}
