import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { askRedis } from '../../stack/ask-redis.ts';
import type { Cluster } from '../start-cluster.ts';

/** What each file in a directory holds, by its name. */
export async function readAll(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(
    async ({ parentPath, name }) =>
      [name, (await readFile(path.join(parentPath, name))).toString('utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

/** Everything that the service's Redis has ever been told: it writes down each command. */
export async function toldToRedis(cluster: Cluster): Promise<string> {
  const { port, password } = new URL(cluster.urlOf('redis-service'));
  const answer = await askRedis(Number(port), [`AUTH ${password}`, 'CONFIG GET dir']);
  const directory = answer.split('\r\n').find((line) => line.startsWith('/')) ?? '';
  return Object.values(await readAll(directory)).join('\n');
}
