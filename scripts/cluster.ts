import path from 'node:path';
import { parseArgs } from 'node:util';
import { memberNames } from './cluster/members.ts';
import { startCluster, type Cluster } from './cluster/start-cluster.ts';
import { logToStderr as log, reportAndExit } from './log.ts';
import { untilTold } from './supervision/lifetime.ts';

// The cluster of deploy/ on loopback, until it is told to end. With --json one line on stdout says where it is; the
// input line « pids » asks for it again (a program that died has another process id afterwards).

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, logs: { type: 'string' } },
});
let cluster: Cluster | undefined;

function describe({ serviceUrl, livekitUrl, apiKey, apiSecret, logs, urlOf, pidOf }: Cluster): string {
  const each = <T>(of: (name: (typeof memberNames)[number]) => T) =>
    Object.fromEntries(memberNames.map((name) => [name, of(name)]));
  if (values.json)
    return JSON.stringify({
      serviceUrl,
      livekitUrl,
      urls: each(urlOf),
      pids: each(pidOf),
      logs,
      apiKey,
      apiSecret,
    });
  return [
    `Meeting service  ${serviceUrl}`,
    `LiveKit          ${livekitUrl}`,
    `Keys of LiveKit  ${apiKey}  ${apiSecret}`,
    `Logs             ${logs}`,
    ...memberNames.map((name) => `${name.padEnd(16)} ${urlOf(name)}   (process ${pidOf(name)})`),
    'Ctrl-C ends all.',
  ].join('\n');
}

const told = untilTold({
  onInput: (line) => {
    if (line.trim() === 'pids' && cluster) console.log(describe(cluster));
  },
});

try {
  const { promise: hopeless, resolve: onGiveUp } = Promise.withResolvers<string>();
  const logs = values.logs === undefined ? undefined : path.resolve(values.logs);
  const first = await Promise.race([told, startCluster({ log, onGiveUp, logs })]);
  if (typeof first === 'string') {
    log(`Ending: ${first}.`);
    // There is nothing to end in order yet: what was begun ends with this process.
    process.exit(0);
  }
  cluster = first;
  console.log(describe(cluster));
  const outcome = await Promise.race([
    told.then((reason) => ({ reason: `${reason}.`, code: 0 })),
    hopeless.then((reason) => ({ reason, code: 1 })),
  ]);
  log(`Ending: ${outcome.reason}`);
  await cluster.stop();
  process.exit(outcome.code);
} catch (error) {
  reportAndExit(error);
}
