import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Admission } from '../shared/meeting.ts';
import { startOidcProvider, type TestProvider } from './testing/oidc-provider.ts';
import { bearer, codeOf, startTestService, type TestService } from './testing/test-service.ts';

let provider: TestProvider;
let service: TestService;
beforeAll(async () => {
  provider = await startOidcProvider();
  service = await startTestService(provider.environment());
});
afterAll(() => provider.stop());

const signedIn = async (sub: string) => ({
  headers: { authorization: `Bearer ${await provider.issueToken(sub)}` },
});
const open = async (sub: string, body: object = {}) =>
  service.post('/api/v1/meetings', body, await signedIn(sub));
const join = async (link: string | undefined, displayName: string, sub?: string) => {
  const wish = { code: codeOf(link ?? ''), displayName };
  return service.post('/api/v1/invitations/join', wish, sub === undefined ? {} : await signedIn(sub));
};

test('who sends no token opens no meeting, and learns that one is needed', async () => {
  const answer = await service.post('/api/v1/meetings', {});
  expect(answer.statusCode).toBe(401);
  expect(answer.headers['www-authenticate']).toBe('Bearer');
  expect(answer.json()).toMatchObject({ type: 'urn:visio-agents:failure:not-signed-in' });
});

test('who has an account and is no agent opens no meeting either', async () => {
  const answer = await open('camille');
  expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([
    403,
    'urn:visio-agents:failure:not-an-agent',
  ]);
});

test('an agent opens a meeting under the name that was verified', async () => {
  const { participant, meeting } = (await open('marie', { displayName: 'DSDEN 31' })).json<Admission>();
  expect(participant).toMatchObject({ displayName: 'Marie Gérard (DSDEN 31)', verified: 'agent' });
  expect(meeting.role).toBe('moderator');
});

test('who joins is known by the token, if there is one, and has the role of the link', async () => {
  const { links } = (await open('marie')).json<Admission>().meeting;
  const paul = (await join(links.participant, '', 'paul')).json<Admission>();
  expect([paul.participant.displayName, paul.participant.verified, paul.meeting.role]).toEqual([
    'Paul Nguyễn',
    'agent',
    'participant',
  ]);
  const guest = (await join(links.participant, 'Paul Nguyễn')).json<Admission>();
  expect(guest.participant.verified).toBe('guest');
  const camille = (await join(links.participant, 'Camille', 'camille')).json<Admission>();
  expect(camille.participant).toMatchObject({ displayName: 'Camille', verified: 'guest' });
});

test('who opened the meeting comes back as its moderator, whatever the link', async () => {
  const { links } = (await open('marie')).json<Admission>().meeting;
  expect((await join(links.participant, '', 'marie')).json<Admission>().meeting.role).toBe('moderator');
});

test('one agent does not take all the meetings that there may be', async () => {
  const limits = {
    VISIO_MAX_MEETINGS_PER_AGENT: '2',
    VISIO_SIP_TRUNK_ID: 'ST_trunk',
    VISIO_SIP_NUMBER: '+33123456789',
  };
  const small = await startTestService({ ...provider.environment(), ...limits });
  const released = vi.spyOn(small.deps.store, 'releasePin');
  const opening = async (sub: string) => small.post('/api/v1/meetings', {}, await signedIn(sub));
  const first = (await opening('marie')).json<Admission>();
  await opening('marie');
  const third = await opening('marie');
  expect([third.statusCode, third.json<{ type: string }>().type, third.headers['retry-after']]).toEqual([
    429,
    'urn:visio-agents:failure:too-many-requests',
    '60',
  ]);
  expect(released).toHaveBeenCalledTimes(1);
  expect((await opening('paul')).statusCode).toBe(201);
  await small.post('/api/v1/participation/end-meeting', {}, bearer(first));
  expect((await opening('marie')).statusCode).toBe(201);
});

test('an agent finds the open meetings that they opened, and nobody else does', async () => {
  const mine = async (sub: string) =>
    service.app.inject({
      url: '/api/v1/meetings/mine',
      headers: { host: '127.0.0.1:8080', ...(await signedIn(sub)).headers },
    });
  const opened = (await open('paul')).json<Admission>();
  const { id, createdAt, expiresAt, links } = opened.meeting;
  expect((await mine('paul')).json()).toEqual([{ id, createdAt, expiresAt, links }]);
  expect((await mine('marie')).body).not.toContain(id);
  expect((await mine('camille')).statusCode).toBe(403);
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  expect((await mine('paul')).json()).toEqual([]);
});

test('an agent whose token cannot be judged just now learns that only the token stood in the way', async () => {
  const marie = await signedIn('marie');
  const lonely = await startTestService(provider.environment());
  provider.instead = (_request, reply) => reply.writeHead(503).end();
  try {
    const { statusCode, headers } = await lonely.post('/api/v1/meetings', {}, marie);
    expect([statusCode, headers['retry-after'], headers['www-authenticate']]).toEqual([503, '10', 'Bearer']);
  } finally {
    provider.instead = null;
  }
});
