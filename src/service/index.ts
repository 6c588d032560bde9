import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { findNobody } from './agents/agent.ts';
import { createAgentFinder } from './agents/find-agent.ts';
import { openAudit } from './operation/audit/open-audit.ts';
import { buildApp } from './app.ts';
import { readConfig } from './config/config.ts';
import { createMeetingDeps } from './create-meeting-deps.ts';
import { connectMediaServer } from './livekit/media-server.ts';
import { createLog } from './operation/log.ts';
import { catchUp } from './meetings/events/catch-up.ts';
import { createFailureLimiter } from './http/failure-limiter.ts';
import { openStore } from './open-store.ts';
import { connectMediaNodes } from './redis/media-nodes.ts';
import { createPeriodicTasks } from './meetings/reconciling/periodic-tasks.ts';
import { meetingTasks } from './meetings/reconciling/meeting-tasks.ts';
import { createMonitoring } from './operation/monitoring.ts';

/** EX_CONFIG of sysexits.h: starting again will not help. */
const wrongConfiguration = 78;
const closeWithinMs = 2500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) return refuseToStart(config.error);
  const log = createLog();
  const store = await openStore(config.value, log);
  if (!store.ok) return refuseToStart([store.error]);

  const { host, port, livekit, publicUrl, limits, lameDuckMs } = config.value;
  let publicOrigin = publicUrl.origin;
  const { monitoring, ...measured } = createMonitoring({
    store: store.value.store,
    media: connectMediaServer({ ...livekit, clock: store.value.store.now, log }),
    maxMeetings: limits.maxMeetings,
    monotonic: () => performance.now(),
  });
  const opened = openAudit({
    config: config.value,
    now: store.value.store.now,
    metrics: monitoring.metrics,
    log,
  });
  if (!opened.ok) {
    await store.value.store.close();
    return refuseToStart([opened.error]);
  }
  const { audit, reopen } = opened.value;
  const deps = createMeetingDeps({
    config: config.value,
    bus: store.value.bus,
    ...measured,
    audit,
    publicOrigin: () => publicOrigin,
    randomBytes,
    log,
  });
  const { agents } = config.value;
  const failureLimiter = createFailureLimiter(config.value.maxFailuresPerMinute, store.value.store.now);
  const findAgent = agents
    ? createAgentFinder(agents, { fetch, clock: store.value.store.now, log, failureLimiter })
    : findNobody;
  const app = await buildApp({
    config: config.value,
    deps,
    findAgent,
    failureLimiter,
    monitoring,
    logger: log,
  });
  const { livekitRedisUrl } = config.value;
  const nodes = livekitRedisUrl === null ? null : connectMediaNodes(livekitRedisUrl, log);
  const periodicTasks = createPeriodicTasks(meetingTasks(deps, nodes), log);

  let leaving = false;
  let closing = false;
  async function leave(): Promise<void> {
    // A second signal means: do not wait.
    const wait = !leaving && lameDuckMs > 0;
    leaving = true;
    monitoring.readiness.leave();
    if (wait) {
      log.info({ ms: lameDuckMs }, 'leaving');
      await setTimeout(lameDuckMs);
    }
    await close();
  }
  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    // A hanging request must not outlast the time that whoever stops us will wait. Media goes on without us.
    void setTimeout(closeWithinMs).then(() => process.exit(0));
    await Promise.all([periodicTasks.stop(), app.close()]);
    nodes?.close();
    await deps.store.close();
    process.exit(0);
  }
  // Log rotation has moved the audit file. Without an audit the signal ends the process, as usual.
  if (config.value.audit) process.on('SIGHUP', reopen);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave());

  await store.value.bus.subscribe(
    deps.announcements.receive,
    () => void catchUp(deps).catch(() => undefined),
  );
  await app.listen({ host, port });
  if (publicUrl.port === '0') publicOrigin = originOn(publicUrl, app.server.address() as AddressInfo);
  periodicTasks.start();
  log.info({ url: publicOrigin }, 'listening');
}

const originOn = (url: URL, { port }: AddressInfo): string => `${url.protocol}//${url.hostname}:${port}`;

function refuseToStart(reasons: readonly string[]): void {
  process.stderr.write(
    `The meeting service does not start:\n${reasons.map((line) => `- ${line}\n`).join('')}`,
  );
  process.exitCode = wrongConfiguration;
}

await main();
