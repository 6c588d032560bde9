import type { Cdp } from './cdp.ts';
import { watcher, type Landmark } from './watch-page.ts';

/** Waits for the window's page and has it watched from its first document on. Returns the page's session. */
export function attachToPage(cdp: Cdp, first: Landmark): Promise<string> {
  const source = `${watcher} void bench.shown(${JSON.stringify(first)});`;
  return new Promise((resolve, reject) => {
    cdp.onEvent((method, params) => {
      if (method !== 'Target.attachedToTarget') return;
      const { targetInfo, sessionId } = params as { targetInfo: { type: string }; sessionId: string };
      if (targetInfo.type === 'page') watch(cdp, sessionId, source).then(() => resolve(sessionId), reject);
    });
    // Not paused at its start: that would be measured.
    const auto = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    cdp.send('Target.setAutoAttach', auto).catch(reject);
  });
}

async function watch(cdp: Cdp, session: string, source: string): Promise<void> {
  const navigated = untilNavigated(cdp, session);
  await cdp.send('Page.enable', {}, session);
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source }, session);
  const { frameTree } = await cdp.send<{ frameTree: { frame: { url: string } } }>(
    'Page.getFrameTree',
    {},
    session,
  );
  if (isEmpty(frameTree.frame.url)) await navigated;
  // Its document may be older than the line above; the script does nothing where it has run already.
  await cdp.send('Runtime.evaluate', { expression: source }, session);
}

const isEmpty = (address: string): boolean => address === '' || address === 'about:blank';

function untilNavigated(cdp: Cdp, session: string): Promise<void> {
  return new Promise((resolve) => {
    cdp.onEvent((method, params, from) => {
      if (method !== 'Page.frameNavigated' || from !== session) return;
      const { frame } = params as { frame: { url: string; parentId?: string } };
      if (frame.parentId === undefined && !isEmpty(frame.url)) resolve();
    });
  });
}
