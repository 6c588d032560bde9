import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { findNobody } from './agent.ts';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { createParts } from './create-parts.ts';
import { connectMediaServer } from './livekit.ts';
import { createLog } from './log.ts';
import { endDueMeetings } from './meetings/due.ts';
import { openStore } from './meetings/open-store.ts';
import { createPresenceWatch } from './meetings/presence.ts';
import { createSweeper } from './meetings/sweep.ts';

/** EX_CONFIG of sysexits.h: starting again will not help. */
const wrongConfiguration = 78;
const closeWithinMs = 2500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) return refuseToStart(config.error);
  const store = await openStore(config.value.storeFile);
  if (!store.ok) return refuseToStart([store.error]);

  const { host, port, livekit, publicUrl } = config.value;
  const log = createLog();
  let publicOrigin = publicUrl.origin;
  const parts = createParts({
    config: config.value,
    store: store.value,
    media: connectMediaServer({ ...livekit, log }),
    publicOrigin: () => publicOrigin,
    clock: Date.now,
    randomBytes,
    log,
  });
  const app = await buildApp({ config: config.value, parts, findAgent: findNobody, logger: log });
  const sweeper = createSweeper(
    [
      { name: 'deadlines', everyMs: 1000, run: () => endDueMeetings(parts) },
      { name: 'presence', everyMs: 3000, run: createPresenceWatch(parts) },
    ],
    log,
  );

  let closing = false;
  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    // A request that hangs must not outlast the patience of whoever asked us to stop. Media goes on without us.
    setTimeout(() => process.exit(0), closeWithinMs).unref();
    await Promise.all([sweeper.stop(), app.close()]);
    process.exit(0);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close());

  await app.listen({ host, port });
  if (publicUrl.port === '0') publicOrigin = originOn(publicUrl, app.server.address() as AddressInfo);
  sweeper.start();
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
