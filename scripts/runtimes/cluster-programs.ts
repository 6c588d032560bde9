import { Unprepared, type Log } from '../log.ts';
import { inPath } from './in-path.ts';
import { prepareLinux } from './linux-libraries.ts';
import { resolveLivekit } from './livekit.ts';
import { resolveRedis } from './redis.ts';

/** Where the programs are that stand for an operator's machines. */
export type ClusterPrograms = {
  readonly livekit: string;
  readonly redis: string;
  readonly nginx: string;
  readonly openssl: string;
};

/** @throws {Unprepared} with a sentence that says what to install. */
export async function resolveClusterPrograms(log: Log): Promise<ClusterPrograms> {
  await prepareLinux({ for: 'cluster', log });
  const find = async (name: string): Promise<string> => {
    // Debian puts servers where only root's PATH leads.
    const found = await inPath(name, process.env, ['/usr/sbin', '/usr/bin']);
    if (found === null) throw new Unprepared(`There is no ${name} here: install it.`);
    return found;
  };
  return {
    livekit: (await resolveLivekit({ log })).path,
    redis: (await resolveRedis({ log })).path,
    nginx: await find('nginx'),
    openssl: await find('openssl'),
  };
}
