import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { codeIn, startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { aLink, aText, aTime, anAdmission } from './testing/wire.ts';

let outside: BlackBoxService;
afterEach(() => outside.stop());

let provider: TestProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.stop());

const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

test('without sign-in whoever opens a meeting is its moderator, by the name that they typed', async () => {
  outside = await startBlackBoxService();
  const opened = await outside.ask('POST /api/v1/meetings', { body: { displayName: 'Marie' } });
  expect([opened.status, opened.json()]).toEqual([201, anAdmission('moderator', 'guest', 'Marie')]);
  const unnamed = await outside.ask('POST /api/v1/meetings', { body: {} });
  expect([unnamed.status, unnamed.json()]).toEqual([201, anAdmission('moderator', 'guest', 'Agent')]);
});

test('a meeting lasts 280 minutes by the clock of the service, which every admission tells', async () => {
  outside = await startBlackBoxService();
  const { meeting } = await outside.open();
  expect(minutes(meeting.createdAt, meeting.expiresAt)).toBe(280);
  expect(meeting.serverNow).toBe(meeting.createdAt);
  outside.inside.clock.pass(60_000);
  const later = (await outside.join(meeting.links.participant, 'Paul')).json().meeting;
  expect([later.createdAt, later.expiresAt]).toEqual([meeting.createdAt, meeting.expiresAt]);
  expect(minutes(later.createdAt, later.serverNow)).toBe(1);
});

test.each(['participant', 'moderator'] as const)('who joins by the link of a %s is one', async (role) => {
  outside = await startBlackBoxService();
  const opened = await outside.open();
  const joined = await outside.join(opened.meeting.links[role], 'Paul');
  expect([joined.status, joined.json()]).toEqual([200, anAdmission(role, 'guest', 'Paul')]);
  const { meeting, participant } = joined.json();
  expect(meeting.id).toBe(opened.meeting.id);
  expect(participant.identity).not.toBe(opened.participant.identity);
});

test('who rejoins is the same person on the same seat, with another admission', async () => {
  outside = await startBlackBoxService();
  const opened = await outside.open();
  const guest = (await outside.join(opened.meeting.links.participant, 'Paul')).json();
  const again = await outside.ask('POST /api/v1/participation/rejoin', {
    body: {},
    token: guest.participationToken,
  });
  expect([again.status, again.json()]).toEqual([200, anAdmission('participant', 'guest', 'Paul')]);
  expect(again.json().participant).toEqual(guest.participant);
  expect(await outside.inside.seats(opened as never)).toBe(2);
});

test('who must wait is told so and nothing of the meeting', async () => {
  outside = await startBlackBoxService();
  const opened = await outside.open();
  await outside.moderate(opened, { action: 'set-waiting-room', on: true });
  const waits = await outside.join(opened.meeting.links.participant, 'Paul');
  const waiting = { waiting: true, participationToken: expect.stringMatching(/^[A-Za-z0-9_-]{80}$/) };
  expect([waits.status, waits.json()]).toEqual([202, waiting]);
});

test('with a telephone everybody is told its number, and the meeting’s own ten digits', async () => {
  outside = await startBlackBoxService({ VISIO_SIP_TRUNK_ID: 'ST_1', VISIO_SIP_NUMBER: '+33 1 23 45 67 89' });
  const opened = await outside.open();
  const joined = (await outside.join(opened.meeting.links.participant, 'Paul')).json();
  const telephone = { number: '+33 1 23 45 67 89', pin: expect.stringMatching(/^\d{10}$/) };
  expect(opened).toMatchObject({ meeting: { telephone } });
  expect(joined.meeting).toHaveProperty('telephone', (opened.meeting as { telephone?: unknown }).telephone);
});

test('an agent opens, joins and finds back; a lookup tells what a code opens', async () => {
  outside = await startBlackBoxService(provider.environment());
  const marie = await provider.issueToken('marie');
  const opened = await outside.ask('POST /api/v1/meetings', { body: { displayName: 'DSDEN' }, token: marie });
  expect([opened.status, opened.json()]).toEqual([
    201,
    anAdmission('moderator', 'agent', 'Marie Gérard (DSDEN)'),
  ]);
  const { meeting } = opened.json();
  const { id, createdAt, expiresAt, links } = meeting;

  const back = await outside.join(links.participant, '', marie);
  expect([back.status, back.json()]).toEqual([200, anAdmission('moderator', 'agent', 'Marie Gérard')]);
  const paul = await outside.join(links.participant, '', await provider.issueToken('paul'));
  expect(paul.json()).toEqual(anAdmission('participant', 'agent', 'Paul Nguyễn'));

  const mine = await outside.ask('GET /api/v1/meetings/mine', { token: marie });
  expect([mine.status, mine.json()]).toEqual([200, [{ id, createdAt, expiresAt, links }]]);
  expect(mine.json()).toEqual([
    { id: aText, createdAt: aTime, expiresAt: aTime, links: { participant: aLink, moderator: aLink } },
  ]);

  for (const role of ['participant', 'moderator'] as const) {
    const seen = await outside.ask('POST /api/v1/invitations/lookup', {
      body: { code: codeIn(links[role]) },
    });
    const { title, serverNow } = { title: 'Réunion improvisée', serverNow: aTime };
    const open = { full: false, locked: false, waitingRoom: false };
    expect([seen.status, seen.json()]).toEqual([
      200,
      { meetingId: id, role, title, expiresAt, serverNow, ...open },
    ]);
  }
});
