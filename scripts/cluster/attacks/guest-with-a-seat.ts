import { setTimeout as sleep } from 'node:timers/promises';
import { backOffMs } from '../../../src/renderer/features/session/connection/back-off.ts';
import { admission, type Admission } from '../../../src/shared/meeting.ts';
import type { meetingCalls } from '../../probe/meeting-calls.ts';
import { enterRoom } from '../../../src/service/testing/signal-client.ts';

/** What it took somebody to enter: so many tries, as the app makes them, and so long (ms). */
export type Entry = { readonly tries: number; readonly ms: number };

/** Enters and leaves so often, resting in between, with a fresh token each time as the app does. @throws after ten tries. */
export async function enterAgainAndAgain(
  call: ReturnType<typeof meetingCalls>,
  { participationToken }: Admission,
  { times, restMs }: { readonly times: number; readonly restMs: number },
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  while (entries.length < times) {
    const startedAt = performance.now();
    for (let tries = 1; ; tries += 1) {
      const { livekitUrl, livekitToken } = admission.parse(await call('rejoin', {}, participationToken));
      const inside = await enterRoom(livekitUrl, livekitToken).catch(() => null);
      if (inside) {
        entries.push({ tries, ms: performance.now() - startedAt });
        inside.leave();
        await inside.left;
        break;
      }
      if (tries === 10) throw new Error(`no way in after ${tries} tries; ${entries.length} entries before`);
      await sleep(backOffMs(tries - 1, Math.random));
    }
    await sleep(restMs);
  }
  return entries;
}
