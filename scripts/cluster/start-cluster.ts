import { rm } from 'node:fs/promises';
import type { Log } from '../log.ts';
import { resolveClusterPrograms } from '../runtimes/cluster-programs.ts';
import type { Settings } from '../deploy/settings.ts';
import { openGuard, type Guard } from '../supervision/guard.ts';
import { keepAlive } from '../supervision/keep-alive.ts';
import type { Program } from '../supervision/program.ts';
import { askUnderName } from './ask-under-name.ts';
import { logFileOf, programOf } from './launch-member.ts';
import { describeMembers, memberNames, type MemberName } from './members.ts';
import { prepareFiles, type ClusterFiles } from './prepare-files.ts';
import { runUnit } from './run-unit.ts';

/** An operator's cluster on this machine: the programs, units and files of `deploy/`, with keys that nobody else has. */
export type Cluster = {
  /** Through nginx, as clients reach them. */
  readonly serviceUrl: string;
  readonly livekitUrl: string;
  /** LiveKit's API through nginx, as the service reaches it. */
  readonly livekitApiUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The folder of all log files. */
  readonly logs: string;
  /** The program itself, past nginx; a Redis with its password. */
  readonly urlOf: (name: MemberName) => string;
  /** The file that holds all that it printed, in every life; nginx's access log too. */
  readonly logsOf: (name: MemberName) => string;
  /** Of the latest start. */
  readonly pidOf: (name: MemberName) => number;
  /** As `kill -9`; it stays down until it is restarted. */
  readonly kill: (name: MemberName) => Promise<void>;
  /** SIGTERM and nothing more: LiveKit goes on until its rooms are empty. */
  readonly terminate: (name: MemberName) => void;
  /** With the same files and ports; kills it first if it is still there. */
  readonly restart: (name: MemberName) => Promise<void>;
  /** Ends what is overdue, once, as the timer beside a media node does every minute. */
  readonly endOverdue: (node: 'a' | 'b') => ReturnType<typeof runUnit>;
  /** Asks one instance under the name that nginx gives it: without sign-in it answers to no other. */
  readonly ask: (name: 'service-a' | 'service-b', path: string, init?: RequestInit) => Promise<Response>;
  /** Ends all and forgets everything. */
  readonly stop: () => Promise<void>;
};
export type ClusterOptions = {
  readonly log?: Log;
  /** Values of `deploy/settings.env` that are to be others, e.g. `{ VISIO_MAX_PARTICIPANTS: '5' }`. */
  readonly settings?: Settings;
  /** What only some see in their environment, beside what their units give. */
  readonly environments?: Readonly<Partial<Record<MemberName, Settings>>>;
  /** Where the logs are to stay after the end. */
  readonly logs?: string | undefined;
  /** Start again what dies by itself, as systemd would; called when that is no use. Without it the dead stay dead. */
  readonly onGiveUp?: (reason: string) => void;
};

/** @throws {Unprepared} if a program is missing and cannot be had. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { log = () => undefined } = options;
  const programs = await resolveClusterPrograms(log);
  for (let attempt = 1; ; attempt += 1) {
    const guard = openGuard();
    try {
      const { settings = {}, logs } = options;
      const files = await prepareFiles({ guard, programs, settings, logs });
      return await startMembers(files, guard, options);
    } catch (error) {
      await guard.close();
      // Only somebody who was faster is worth another try, on other ports.
      if (attempt === 3 || !/address already in use|EADDRINUSE/i.test(String(error))) throw error;
      log('A port that was free a moment ago is taken; others are tried.');
    }
  }
}

async function startMembers(files: ClusterFiles, guard: Guard, options: ClusterOptions): Promise<Cluster> {
  const { log = () => undefined, onGiveUp, environments = {} } = options;
  const members = describeMembers(files);
  const running = {} as Record<MemberName, Program>;
  let isEnding = false;
  for (const name of memberNames) {
    const again =
      onGiveUp &&
      keepAlive({
        name,
        start: () => running[name].start(),
        isWanted: () => !isEnding,
        giveUp: onGiveUp,
        log,
      });
    const onDeath = (how: string): void => void (isEnding ? undefined : again?.(how));
    const environment = environments[name];
    running[name] = await programOf({ name, member: members[name], files, guard, environment, onDeath });
  }
  // What does not need each other starts at once.
  const start = (...names: readonly MemberName[]) => Promise.all(names.map((name) => running[name].start()));
  await start('redis-livekit', 'redis-service');
  await start('livekit-a', 'livekit-b');
  await start('service-a', 'service-b', 'nginx');

  const { settings, secrets } = files;
  return {
    serviceUrl: settings['PUBLIC_URL'] ?? '',
    livekitUrl: settings['MEDIA_URL'] ?? '',
    livekitApiUrl: settings['INTERNAL_URL'] ?? '',
    apiKey: settings['LIVEKIT_API_KEY'] ?? '',
    apiSecret: secrets['LIVEKIT_API_SECRET'] ?? '',
    logs: files.logs,
    urlOf: (name) => members[name].url,
    logsOf: (name) => logFileOf(files, name),
    pidOf: (name) => running[name].pid(),
    kill: (name) => running[name].stop(0),
    terminate: (name) => void process.kill(running[name].pid(), 'SIGTERM'),
    async restart(name) {
      await running[name].stop(0);
      await running[name].start();
    },
    endOverdue: (node) => runUnit(guard, files, 'visio-deadlines@.service', node),
    ask: (name, path, init) =>
      askUnderName(members[name].url + path, settings['PUBLIC_AUTHORITY'] ?? '', init),
    async stop() {
      isEnding = true;
      await Promise.all(memberNames.map((name) => running[name].stop(members[name].stopWithinMs)));
      await rm(files.directory, { recursive: true, force: true });
      await guard.close();
    },
  };
}
