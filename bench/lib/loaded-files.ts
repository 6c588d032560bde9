import type { Measured } from './launch.ts';
import type { Landmark } from './watch-page.ts';

export type Loaded = { readonly files: number; readonly bytes: number };

/** Loads the page again and counts what has come, as Chromium unpacked it, when the landmark is there. */
export async function loadedUntil({ page, shown }: Measured, landmark: Landmark): Promise<Loaded> {
  const { cdp, session } = page;
  const requests = new Map<string, { readonly askedAt: number; bytes: number }>();
  cdp.onEvent((method, params, from) => {
    if (from !== session) return;
    const { requestId, wallTime = 0, dataLength = 0 } = params as NetworkEvent;
    if (method === 'Network.requestWillBeSent')
      requests.set(requestId, { askedAt: wallTime * 1000, bytes: 0 });
    const request = requests.get(requestId);
    if (method === 'Network.dataReceived' && request) request.bytes += dataLength;
  });
  await cdp.send('Network.enable', {}, session);
  const loading = new Promise<void>((resolve) => {
    cdp.onEvent((method, _params, from) => {
      if (method === 'Page.loadEventFired' && from === session) resolve();
    });
  });
  await cdp.send('Page.reload', {}, session);
  await loading;
  const shownAt = await shown(landmark);
  // What is fetched afterwards, while the page is idle, nobody waits for.
  const awaited = [...requests.values()].filter(({ askedAt }) => askedAt <= shownAt);
  return { files: awaited.length, bytes: awaited.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Of Chromium's `Network` events; `wallTime` in seconds since 1970. */
type NetworkEvent = { readonly requestId: string; readonly wallTime?: number; readonly dataLength?: number };
