import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { attachToPage } from '../bench/lib/attach.ts';
import { connectCdp } from '../bench/lib/cdp.ts';
import { askPage } from '../bench/lib/page-answers.ts';
import { expect, test } from './fixtures.ts';

test('@long what a measurement waits for in the page is heard, also when its document is replaced', async ({
  launch,
}) => {
  const { userData } = await launch({ switches: ['--remote-debugging-port=0'] });
  const [port, door] = (await readFile(path.join(userData, 'DevToolsActivePort'), 'utf8')).split('\n');
  const cdp = await connectCdp(`ws://127.0.0.1:${port}${door}`);
  const session = await attachToPage(cdp, { selector: 'h1' });
  const ask = askPage(cdp, session);
  await ask('void (globalThis.isOld = true)');
  const waiting = ask<string>(
    `new Promise((resolve) => setTimeout(() => resolve(document.title), globalThis.isOld ? 100_000 : 0))`,
  );
  // The question dies with the document that it was asked of.
  await cdp.send('Page.reload', {}, session);
  await cdp.send('HeapProfiler.collectGarbage', {}, session);
  expect(await waiting).toContain('Visio-Agents');
  await expect(ask('Promise.reject(new Error("refused"))')).rejects.toThrow('refused');
  await expect(ask('nothing.here')).rejects.toThrow('nothing is not defined');
  cdp.close();
});
