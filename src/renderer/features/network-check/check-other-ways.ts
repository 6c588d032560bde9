import type { FirstTrial } from './check-as-in-meeting.ts';
import { withTestConnection, type RunContext } from './run-context.ts';
import { lookUntil, within } from './wait-within.ts';
import type { MediaPath } from './results.ts';
import type { Grant } from './test-connection.ts';

/** Ms. */
const limits = { relay: 6000, tcp: 7000 };

const isRelay = (path: MediaPath | null): path is 'relay-udp' | 'relay-tcp' | 'relay-tls' =>
  path?.startsWith('relay') ?? false;

/** Whether a relay (TURN) carries media, with the direct ways left out. */
export async function checkRelay(run: RunContext, grant: Grant, { path, offers }: FirstTrial): Promise<void> {
  const done = run.begin('turn');
  if (isRelay(path)) return done('works', path);
  if (!offers.turn) return done('not-offered', 'not-offered');
  // A connection as in a meeting would have taken the relay.
  if (path === null) return done('fails', 'no-path');
  const seen = await withTestConnection(
    run,
    grant,
    { relayOnly: true, ms: limits.relay },
    async (connection, stop) =>
      (await within(connection.connected, limits.relay, stop)) === true
        ? within(connection.stats(), limits.relay, stop)
        : null,
  );
  const way = seen?.path ?? null;
  if (isRelay(way)) done('works', way);
  else done('fails', 'no-path');
}

/**
 * Whether TCP carries media, with the other ways left out. The last of all: the media server remembers for some minutes that
 * this person is to come by TCP, and lets no relay lead to it by UDP.
 */
export async function checkTcp(run: RunContext, grant: Grant, { path, offers }: FirstTrial): Promise<void> {
  const done = run.begin('tcp');
  if (path === 'tcp') return done('works', path);
  if (!offers.tcp) return done('not-offered', 'not-offered');
  if (path === null) return done('fails', 'no-path');
  const seen = await withTestConnection(
    run,
    grant,
    { relayOnly: false, ms: limits.tcp },
    async (connection, stop) => {
      if ((await within(connection.connected, limits.tcp, stop)) !== true) return null;
      await within(connection.forceTcp(), limits.tcp, stop);
      return lookUntil(connection.stats, (now) => now.path === 'tcp', limits.tcp, stop);
    },
  );
  if (seen?.path === 'tcp') done('works', 'tcp');
  else done('fails', 'no-path');
}
