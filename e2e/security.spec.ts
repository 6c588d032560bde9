import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';
import { chooseListening, openMeeting } from './support/page/journey.ts';
import { answerQuestions, askedQuestions } from './support/app/dialogs.ts';
import { askMain } from './support/app/main-process.ts';

test('a page that is told to talk elsewhere cannot, at home nor in a meeting', async ({ launch }) => {
  const asked: string[] = [];
  const elsewhere = createServer((request, reply) => {
    asked.push(request.url ?? '');
    reply.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => void elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  const agent = await launch();
  const leak = (): Promise<string[]> =>
    agent.page.evaluate(async (address) => {
      const failed: string[] = [];
      const outcome = (name: string, ok: boolean): void => void (ok ? null : failed.push(name));
      await fetch(`http://${address}/fetch`, { mode: 'no-cors' }).then(
        () => outcome('fetch', true),
        () => outcome('fetch', false),
      );
      outcome('beacon', navigator.sendBeacon(`http://${address}/beacon`));
      await new Promise<void>((resolve) => {
        const socket = new WebSocket(`ws://${address}/socket`);
        socket.addEventListener('close', () => {
          outcome('socket', false);
          resolve();
        });
        socket.addEventListener('open', () => resolve());
      });
      await new Promise<void>((resolve) => {
        const image = new Image();
        image.addEventListener('error', () => {
          outcome('image', false);
          resolve();
        });
        image.addEventListener('load', () => resolve());
        image.src = `http://${address}/image`;
      });
      return failed;
    }, `127.0.0.1:${port}`);
  expect(await leak()).toEqual(expect.arrayContaining(['fetch', 'socket', 'image']));
  await openMeeting(agent.page);
  await chooseListening(agent.page);
  expect(await leak()).toEqual(expect.arrayContaining(['fetch', 'socket', 'image']));
  expect(asked).toEqual([]);
  elsewhere.close();
});

test('the page leads nowhere, opens nothing and is granted nothing but microphone and camera', async ({
  launch,
}) => {
  const { page, electron } = await launch();
  await expect(page.getByRole('button', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
  const found = await page.evaluate(async () => {
    const opened = window.open('https://evil.example/');
    window.location.href = 'https://evil.example/';
    const permission = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state);
    const position = await new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('refused'),
      ),
    );
    return {
      opened: opened !== null,
      position,
      notifications: await permission('notifications'),
      clipboard: await navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
      node: 'require' in window || 'process' in window,
      bridge: Object.keys((window as unknown as { visio: object }).visio),
    };
  });
  expect(found).toEqual({
    opened: false,
    position: 'refused',
    notifications: 'denied',
    clipboard: 'refused',
    node: false,
    bridge: ['call', 'on'],
  });
  expect(page.url()).toBe('app://visio-agents/');
  expect(await askMain(electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('main answers a hostile page with a failure, whatever it asks', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await answerQuestions(app, 'no');
  const answers = await page.evaluate(async () => {
    const { visio } = window as unknown as {
      visio: { call(name: unknown, input?: unknown): Promise<unknown> };
    };
    const deep: unknown[] = [];
    let inner = deep;
    for (let i = 0; i < 500; i++) {
      const next: unknown[] = [];
      inner.push(next);
      inner = next;
    }
    const asked: [unknown, unknown?][] = [
      ['__proto__'],
      ['constructor', {}],
      ['meeting:join', { link: { origin: 'https://evil.example', code: 'x' }, displayName: 'x' }],
      ['meeting:look-up', { origin: 'https://evil.example', code: `${'a'.repeat(29)}A` }],
      ['page:open', 'file:///etc/passwd'],
      ['page:open', 'https://evil.example'],
      ['mail:compose', { subject: 'x', body: 'x', to: 'evil@example.org' }],
      ['clipboard:write', 'x'.repeat(1_000_000)],
      ['settings:change', { name: 'server', value: 'https://evil.example' }],
      ['settings:change', { name: '__proto__', value: deep }],
      ['settings:change', { name: 'language', value: deep }],
      ['settings:change', { name: 'signInIssuer', value: 'https://evil.example' }],
      ['server:choose', 'https://evil.example'],
      ['server:choose', deep],
      ['media:look', '/dev/video0'],
      ['media:look', deep],
      ['media:open-settings', 'ms-settings:windowsdefender'],
      ['media:open-settings', 'camera'], // known, and a page that Linux does not have
      [deep],
    ];
    return Promise.all(asked.map(([name, input]) => visio.call(name, input)));
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
});

test('a hostile page that invents services does not bury the agent in questions', async ({ launch }) => {
  const app = await launch();
  await answerQuestions(app, 'no');
  const answers = await app.page.evaluate(async () => {
    const { visio } = window as unknown as {
      visio: { call(name: unknown, input?: unknown): Promise<unknown> };
    };
    const links = Array.from({ length: 50 }, (_, n) => ({
      origin: `https://evil-${n}.example`,
      code: `${'a'.repeat(29)}A`,
    }));
    return Promise.all(links.map((link) => visio.call('meeting:look-up', link)));
  });
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, error: { code: 'server-not-allowed' } });
  expect(await askedQuestions(app)).toHaveLength(3);
});
