import { once } from 'node:events';
import { expect, expectSignedIn, signInButton, test } from './sign-in/fixtures.ts';
import { overhear } from './sign-in/record-secrets.ts';
import { filesBelow, foundIn, heapOf, processesOf, type Looked } from './sign-in/search.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';
import type { RunningApp } from './support/app/launch-app.ts';

test('what signs an agent in is in no file, log, crash dump, page or command line, and only in the keychain', async ({
  launch,
  systemBrowser,
  keyring,
  provider,
}) => {
  const secrets = overhear(provider);
  const env = { ...systemBrowser.env, ...keyring.env };
  let log = '';
  const start = async (userData?: string): Promise<RunningApp> => {
    const app = await launch({ env, ...(userData === undefined ? {} : { userData }) });
    for (const output of [app.electron.process().stdout, app.electron.process().stderr])
      output?.on('data', (text: Buffer) => (log += text.toString()));
    return app;
  };
  async function lookAround(app: RunningApp): Promise<Looked> {
    // A text that is in the page and nowhere else shows that what is in the heap is found.
    await app.page.evaluate(() => {
      const words = ['planted', 'in', 'the', 'page'];
      Object.assign(globalThis, { planted: words.join('-') });
    });
    const [heap, processes] = [await heapOf(app.page), await processesOf(app.pid)];
    expect(foundIn(heap, new Map([['planted', 'planted-in-the-page']]))).toHaveLength(1);
    expect(foundIn(processes, new Map([['argument', app.userData]]))).not.toEqual([]);
    return new Map([...heap, ...processes, ...(await filesBelow(app.userData))]);
  }

  const first = await start();
  await signInButton(first.page).click();
  await systemBrowser.signIn('marie');
  await expectSignedIn(first.page, 'Marie Gérard');
  await openMeeting(first.page);
  await chooseListening(first.page);
  await expect(first.page.getByText('Marie Gérard (vous)')).toBeVisible();
  expect([...secrets.keys()]).toEqual([
    'code 0',
    'code_verifier 1',
    'access_token 2',
    'refresh_token 3',
    'id_token 4',
  ]);
  expect(foundIn(await lookAround(first), secrets)).toEqual([]);
  const kept = (await keyring.secret('session')) ?? '';
  expect(foundIn(new Map([['keyring', Buffer.from(kept)]]), secrets)).toEqual(['refresh_token 3 in keyring']);

  // Again with a token that was read from the keychain and a second one that the provider gave for it; then a crash.
  await first.close();
  const second = await start(first.userData);
  await expectSignedIn(second.page, 'Marie Gérard');
  await expect.poll(() => secrets.size).toBeGreaterThan(6);
  expect(foundIn(await lookAround(second), secrets)).toEqual([]);
  const ended = once(second.electron.process(), 'exit');
  process.kill(second.pid, 'SIGSEGV');
  await ended;

  const files = await filesBelow(second.userData);
  expect(files.size).toBeGreaterThan(10);
  expect(foundIn(files, secrets)).toEqual([]);
  expect(log).not.toBe('');
  expect(foundIn(new Map([['log', Buffer.from(log)]]), secrets)).toEqual([]);
});
