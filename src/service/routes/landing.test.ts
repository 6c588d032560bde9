import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { appScheme } from '../../shared/invitation-link.ts';
import { bearer, codeOf, startTestService } from '../testing/test-service.ts';
import { landingPage, type Landing, type Operator } from './landing-page.ts';
import { deviceOf, preferredLanguage } from './landing-visitor.ts';

const host = { host: '127.0.0.1:8080' };

test('the page of a link opens the same link in the app', async () => {
  const { app, open } = await startTestService();
  const { participant } = (await open()).meeting.links;
  const page = await app.inject({ url: `/r/${codeOf(participant)}`, headers: host });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`href="${participant.replace('http:', `${appScheme}:`)}"`);
  expect(page.body).toContain('Ouvrir dans l&#39;application');
  // There is no web client yet to continue in.
  expect(page.body).not.toContain('navigateur');
});

test('looking changes nothing: a mail scanner takes no seat and asks LiveKit nothing', async () => {
  const { app, open, media, seats } = await startTestService();
  const opened = await open();
  const calls = media.calls.length;
  for (const method of ['GET', 'HEAD'] as const) {
    await app.inject({ method, url: `/r/${codeOf(opened.meeting.links.moderator ?? '')}`, headers: host });
  }
  expect(media.calls).toHaveLength(calls);
  expect(await seats(opened)).toBe(1);
});

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile Safari/604.1';
const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36';
const trunk = { VISIO_SIP_TRUNK_ID: 'ST_trunk', VISIO_SIP_NUMBER: '+33 1 23 45 67 89' };

/** Both languages of a page, as texts: tags out, spaces plain. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[^]*<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

test('where there is a telephone, the page tells the number and the PIN of the meeting, unless it is locked', async () => {
  const { app, open, post } = await startTestService(trunk);
  const opened = await open();
  const pin = opened.meeting.telephone?.pin ?? '';
  const url = `/r/${codeOf(opened.meeting.links.participant)}`;
  const page = async (agent?: string) =>
    (await app.inject({ url, headers: { ...host, ...(agent ? { 'user-agent': agent } : {}) } })).body;
  expect(textOf(await page())).toContain('+33 1 23 45 67 89');
  expect(textOf(await page())).toContain(`${pin.slice(0, 3)} ${pin.slice(3, 6)} ${pin.slice(6)} #`);
  for (const handheld of [android, phone]) {
    expect(await page(handheld)).toContain(`href="tel:+33123456789,,${pin}"`);
    expect(textOf(await page(handheld))).toContain('appuyez ensuite sur #.');
  }
  await post('/api/v1/participation/moderate', { action: 'set-locked', locked: true }, bearer(opened));
  expect(textOf(await page())).not.toContain('+33');
});

test('without a telephone the page has no word of one', async () => {
  const { app, open } = await startTestService();
  const url = `/r/${codeOf((await open()).meeting.links.participant)}`;
  const { body } = await app.inject({ url, headers: host });
  expect(body).not.toMatch(/tel:|PIN|téléphone/i);
});

test('the page says until when, by a clock that it names, in both languages', async () => {
  const { app, open } = await startTestService({ VISIO_MAX_MINUTES: '40' });
  const url = `/r/${codeOf((await open()).meeting.links.participant)}`;
  const text = textOf((await app.inject({ url, headers: host })).body);
  // 9:00 UTC and 40 minutes.
  expect(text).toContain('Elle se termine au plus tard à 10 h 40, heure de Paris.');
  expect(text).toContain('It ends at 10:40 Paris time at the latest.');
});

const meeting: Landing = {
  kind: 'open',
  appLink: 'visio-agents://visio.example/r/x',
  browserLink: null,
  telephone: null,
  expiresAt: 0,
  device: 'computer',
};
const operator: Operator = { brand: { state: false, organisation: 'O', service: 'S' }, links: {} };
const shown = (change: Partial<typeof meeting>) => landingPage({ ...meeting, ...change }, 'fr', operator);
const ways = (page: string) => [...page.matchAll(/class="way [^>]*>([^<]*)</g)].map(([, text]) => text);

test('with a web client a computer has the choice, and telephones and tablets are led to the browser', () => {
  const browserLink = '/m/x';
  const app = 'Ouvrir dans l&#39;application';
  const browser = 'Continuer dans le navigateur';
  expect(ways(shown({ browserLink }))).toEqual([app, browser, 'Open in the app', 'Continue in the browser']);
  expect(ways(shown({ browserLink, device: 'handheld' }))).toEqual([browser, 'Continue in the browser']);
});

test('until then a telephone or a tablet is told what to do instead, and is offered no app that does not exist', () => {
  const telephone = { number: '+33123456789', pin: '1234567890' };
  const device = 'handheld';
  expect(ways(shown({ device }))).toEqual([]);
  expect(ways(shown({ device, telephone }))).toEqual(['Appeler', 'Call']);
  expect(textOf(shown({ device }))).toContain('Ouvrez ce lien sur un ordinateur où elle est installée.');
  expect(textOf(shown({ device, telephone }))).toContain('ou participez par téléphone.');
});

test.each([
  [phone, 'handheld'],
  ['Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15', 'handheld'],
  [android, 'handheld'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140 Safari/537.36', 'computer'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 'computer'],
  [undefined, 'computer'],
])('%s is a device of kind %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});

test('both languages are in the page, and the one that the browser prefers is chosen', async () => {
  const { app, open } = await startTestService();
  const url = `/r/${codeOf((await open()).meeting.links.participant)}`;
  const english = await app.inject({ url, headers: { ...host, 'accept-language': 'en' } });
  expect(english.body).toMatch(/<html lang="en">[^]*<title>Join the meeting<[^]*id="en"[^>]* checked>/);
  const french = await app.inject({ url, headers: host });
  expect(french.body).toMatch(/<html lang="fr">[^]*<title>Rejoindre la réunion<[^]*id="fr"[^>]* checked>/);
  for (const { body } of [english, french]) {
    expect(body).toContain('Rejoindre la réunion');
    expect(body).toContain('Join the meeting');
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
  }
});

test('whoever tries too many codes reads that, and when to come back; a right code is shown to them all the same', async () => {
  const { app, open } = await startTestService({ VISIO_MAX_FAILURES_PER_MINUTE: '2' });
  const opened = await open();
  const get = (code: string) => app.inject({ url: `/r/${code}`, headers: host, remoteAddress: '192.0.2.1' });
  for (let n = 0; n < 2; n += 1) expect((await get('A'.repeat(30))).statusCode).toBe(404);
  const refused = await get('A'.repeat(30));
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('60');
  expect(textOf(refused.body)).toContain('Trop de tentatives en peu de temps.');
  expect((await get(codeOf(opened.meeting.links.participant))).statusCode).toBe(200);
});

test('a dead link says so, the same for an ended meeting and for one that never was', async () => {
  const { app, open, post } = await startTestService();
  const opened = await open();
  await post('/api/v1/participation/end-meeting', {}, bearer(opened));
  const code = codeOf(opened.meeting.links.participant);
  const ended = await app.inject({ url: `/r/${code}`, headers: host });
  const never = await app.inject({ url: `/r/${'A'.repeat(30)}`, headers: host });
  const long = await app.inject({ url: `/r/${'A'.repeat(5000)}`, headers: host });
  expect(ended.statusCode).toBe(404);
  expect(ended.body).toContain('Cette réunion est terminée ou n&#39;existe pas.');
  expect(ended.body).toContain('Demandez un nouveau lien à la personne qui vous a invité.');
  expect([never.body, long.body]).toEqual([ended.body, ended.body]);
  expect(ended.body).not.toContain(code);
});

test.each(['/r/', '/r/CODE/', '/r/CODE/x', '/r/CODE%0Ax'])(
  'a link that a mail program has spoilt (%s) is a page to read too, not a line for programs',
  async (spoilt) => {
    const { app, open } = await startTestService();
    const code = codeOf((await open()).meeting.links.participant);
    const { statusCode, headers, body } = await app.inject({
      url: spoilt.replace('CODE', code),
      headers: host,
    });
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(textOf(body)).toContain('Demandez un nouveau lien');
  },
);

test("the page leads to the operator's pages that there are, in both languages", async () => {
  const { app } = await startTestService({
    VISIO_LINK_LEGAL: 'https://visio.example/mentions?a="b"',
    VISIO_LINK_PRIVACY: 'https://visio.example/donnees',
  });
  const { body } = await app.inject({ url: '/r/x', headers: host });
  const footer = body.slice(body.indexOf('<footer>'));
  expect([...footer.matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, ...found]) => found)).toEqual([
    ['https://visio.example/mentions?a=&#34;b&#34;', 'Mentions légales'],
    ['https://visio.example/donnees', 'Données personnelles'],
    ['https://visio.example/mentions?a=&#34;b&#34;', 'Legal notice'],
    ['https://visio.example/donnees', 'Personal data'],
  ]);
  expect(textOf(footer)).toContain('Accessibilité : non conforme');
});

test('the page runs nothing, loads nothing, is not found by search engines and tells nobody where one came from', async () => {
  const { app, open } = await startTestService();
  const code = codeOf((await open()).meeting.links.participant);
  const { headers, body } = await app.inject({ url: `/r/${code}`, headers: host });
  expect(body).not.toMatch(/<script|<img|<link|<form|\son\w+=|style="/);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  });
  const style = /<style>([^]*)<\/style>/.exec(body)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
});

test("the operator's names are text, whatever they contain", () => {
  const brand = { state: false, organisation: '<script>"&', service: "l'été" };
  const page = landingPage({ kind: 'dead' }, 'fr', { brand, links: {} });
  expect(page).toContain('&#60;script&#62;&#34;&#38;');
  expect(page).not.toContain('<script');
});

test.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['de', 'fr'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['EN', 'en'],
  ['fr;q=0.1, en;q=0.5', 'en'],
  ['en;q=0', 'fr'],
  [`${'en;q=,'.repeat(500)}x`, 'fr'],
])('a browser that accepts %j reads the page in %s', (accepted, language) => {
  expect(preferredLanguage(accepted)).toBe(language);
});
