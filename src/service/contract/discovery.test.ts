import { afterEach, expect, test } from 'vitest';
import { startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { aText } from './testing/wire.ts';

let outside: BlackBoxService;
afterEach(() => outside.stop());

const anonymous = {
  api: { version: 1, minimumApp: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  livekitUrl: 'ws://127.0.0.1:7880',
  webClient: false,
  signIn: null,
  limits: { maxParticipants: 100, maxMinutes: 280 },
  telephone: false,
  brand: {
    state: false,
    organisation: "Ministère de l'Éducation Nationale et de la Jeunesse",
    service: 'DNE',
  },
  helpDesk: {},
  links: {},
  notice: null,
  desktop: null,
};

const settings: [string, NodeJS.ProcessEnv, object][] = [
  ['nothing set', {}, {}],
  [
    'sign-in, whose audience is no address',
    {
      VISIO_AUTH: 'oidc',
      VISIO_OIDC_ISSUER: 'https://sso.example',
      VISIO_OIDC_AUDIENCE: 'visio',
      VISIO_OIDC_CLIENT_ID: 'visio-agents',
    },
    {
      signIn: {
        issuer: 'https://sso.example',
        clientId: 'visio-agents',
        scopes: ['openid', 'profile', 'offline_access'],
        resource: null,
      },
    },
  ],
  [
    'lower limits and a telephone',
    {
      VISIO_MAX_PARTICIPANTS: '20',
      VISIO_MAX_MINUTES: '0.5',
      VISIO_SIP_TRUNK_ID: 'ST_1',
      VISIO_SIP_NUMBER: '+33 1 23 45 67 89',
    },
    { limits: { maxParticipants: 20, maxMinutes: 0.5 }, telephone: true },
  ],
  [
    'everything that an operator may write',
    {
      VISIO_BRAND_STATE: 'true',
      VISIO_HELP_DESK_NAME: 'assistance académique',
      VISIO_HELP_DESK_EMAIL: 'aide@ac-paris.example',
      VISIO_HELP_DESK_PHONE: '+33 1 00 00 00 00',
      VISIO_HELP_DESK_URL: 'https://aide.example',
      VISIO_LINK_DOCUMENTATION: 'https://visio.example/doc',
      VISIO_LINK_ACCESS_TERMS: 'https://visio.example/access',
      VISIO_LINK_LEGAL: 'https://visio.example/legal',
      VISIO_LINK_PRIVACY: 'https://visio.example/privacy',
      VISIO_LINK_TERMS: 'https://visio.example/terms',
      VISIO_DESKTOP_VERSION: '1.2.0',
      VISIO_DESKTOP_URL: 'https://visio.example/download',
    },
    {
      brand: { ...anonymous.brand, state: true },
      helpDesk: {
        name: 'assistance académique',
        email: 'aide@ac-paris.example',
        phone: '+33 1 00 00 00 00',
        url: 'https://aide.example',
      },
      links: {
        documentation: 'https://visio.example/doc',
        accessTerms: 'https://visio.example/access',
        legal: 'https://visio.example/legal',
        privacy: 'https://visio.example/privacy',
        terms: 'https://visio.example/terms',
      },
      desktop: { latestVersion: '1.2.0', downloadUrl: 'https://visio.example/download' },
    },
  ],
];

test.each(settings)(
  'the discovery document has all members and no other: %s',
  async (_what, environment, differs) => {
    outside = await startBlackBoxService(environment);
    const answer = await outside.ask('GET /.well-known/visio-agents');
    expect([answer.status, answer.json()]).toEqual([200, { ...anonymous, ...differs }]);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/json/),
      'cache-control': 'public, max-age=300',
    });
    expect(answer.headers.location).toBeUndefined();
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(16_000);
  },
);

test.each([
  ['GET /healthz', 200, /^application\/json/, /^{"status":"ok"}$/],
  ['GET /readyz', 200, /^application\/json/, /"ready":true/],
  ['GET /metrics', 200, /^text\/plain/, /^# HELP /],
  ['GET /openapi.json', 200, /^application\/json/, /"openapi":"3\.1/],
  ['GET /r/no-such-code', 404, /^text\/html/, /<html/],
])('beside the calls there is %s', async (call, status, type, text) => {
  outside = await startBlackBoxService({ VISIO_METRICS: 'true' });
  const answer = await outside.ask(call);
  expect(answer).toMatchObject({ status, text: expect.stringMatching(text) });
  expect(answer.headers['content-type']).toMatch(type);
});

test('the page of a link leads into the app, and looking at it takes no seat', async () => {
  outside = await startBlackBoxService();
  const opened = await outside.open();
  const { participant } = opened.meeting.links;
  const page = await outside.ask(`GET ${new URL(participant).pathname}`);
  expect([page.status, page.text]).toEqual([
    200,
    expect.stringContaining(participant.replace('http:', 'visio-agents:')),
  ]);
  expect(await outside.inside.seats(opened as never)).toBe(1);
  expect(page.headers['content-type']).toEqual(aText);
});
