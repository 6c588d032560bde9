import { err, ok, type Result } from '../../../shared/result.ts';
import { withTestConnection, type RunContext } from './run-context.ts';
import { lookUntil, within } from './wait-within.ts';
import type { CodeOf, MediaPath } from './results.ts';
import type { Grant, Offers } from './test-connection.ts';

/** Ms. UDP is the way that a connection prefers: it moves there soon, or it cannot. */
const limits = { websocket: 6000, media: 7000, udp: 2500, arrival: 5000 };
const allMs = limits.websocket + limits.media + limits.udp + limits.arrival;

/** What came of a connection as a meeting makes it. */
export type FirstTrial = {
  /** Null: none. */
  readonly path: MediaPath | null;
  readonly offers: Offers;
};

/** Connects as a meeting does: its WebSocket, whether media go by UDP, and whether what is sent arrives, whatever the way. */
export const checkAsInMeeting = (
  run: RunContext,
  grant: Grant,
): Promise<Result<FirstTrial, CodeOf<'websocket'>>> =>
  withTestConnection(run, grant, { relayOnly: false, ms: allMs }, async (connection, stop) => {
    const signalDone = run.begin('websocket');
    const signalled = (await within(connection.signalled, limits.websocket, stop)) ?? 'time-out';
    signalDone(signalled === 'ok' ? 'works' : 'fails', signalled);
    if (signalled !== 'ok') return err(signalled);

    const udpDone = run.begin('udp');
    const connected = (await within(connection.connected, limits.media, stop)) === true;
    const seen = connected
      ? await lookUntil(connection.stats, ({ path }) => path === 'udp', limits.udp, stop)
      : null;
    const offers = connection.offers();
    if (seen?.path === 'udp') udpDone('works', 'udp');
    else if (offers.udp) udpDone('fails', seen?.path ?? 'no-path');
    else udpDone('not-offered', 'not-offered');

    const publishDone = run.begin('publish');
    const sent = connected
      ? await lookUntil(connection.stats, ({ arrival }) => arrival === 'arrives', limits.arrival, stop)
      : null;
    const path = sent?.path ?? seen?.path ?? null;
    if (sent?.arrival === 'arrives' && path !== null) publishDone('works', path);
    else publishDone('fails', path === null || sent === null ? 'no-path' : arrivalCode(sent.arrival));
    return ok({ path, offers });
  });

/** What arrives by no way that is known cannot be. */
const arrivalCode = (arrival: 'arrives' | 'lost' | 'no-report'): 'lost' | 'no-report' =>
  arrival === 'lost' ? 'lost' : 'no-report';
