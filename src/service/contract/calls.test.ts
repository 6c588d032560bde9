import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeIn, startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { aTime, failure, problemIn, type Admission } from './testing/wire.ts';

let outside: BlackBoxService;
let moderator: Admission;
let guest: Admission;
beforeEach(async () => {
  outside = await startBlackBoxService();
  moderator = await outside.open();
  guest = (await outside.join(moderator.meeting.links.participant, 'Paul')).json();
});
afterEach(() => outside.stop());

/** Every call under a participation token that answers without a body: who may, and what is sent. */
const silent: [string, 'all' | 'moderators', object?][] = [
  ['PUT /api/v1/participation/hand', 'all'],
  ['DELETE /api/v1/participation/hand', 'all'],
  ['POST /api/v1/participation/leave', 'all', {}],
  ['POST /api/v1/participation/moderate', 'moderators', { action: 'mute-all' }],
  ['POST /api/v1/participation/end-meeting', 'moderators', {}],
];
const asked = (who: Admission, body?: object) => ({
  token: who.participationToken,
  ...(body ? { body } : {}),
});

test.each(silent)('%s is answered by 204 and no byte', async (call, _who, body) => {
  const answer = await outside.ask(call, asked(moderator, body));
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([204, '', undefined]);
});

test.each(silent)('%s is for %s', async (call, who, body) => {
  const answer = await outside.ask(call, asked(guest, body));
  expect([answer.status, /failure:[a-z-]+/.exec(answer.text)?.[0]]).toEqual(
    who === 'all' ? [204, undefined] : [403, 'failure:not-allowed'],
  );
});

test.each(['PUT', 'DELETE'])('%s hand may be repeated', async (method) => {
  const hand = () => outside.ask(`${method} /api/v1/participation/hand`, asked(guest));
  expect([(await hand()).status, (await hand()).status]).toEqual([204, 204]);
});

test('GET waiting tells moderators who waits, the oldest first, and nobody else', async () => {
  const waiting = (who: Admission) => outside.ask('GET /api/v1/participation/waiting', asked(who));
  expect((await waiting(moderator)).json()).toEqual([]);
  await outside.moderate(moderator, { action: 'set-waiting-room', on: true });
  for (const name of ['Zoé', 'Anne']) {
    await outside.join(moderator.meeting.links.participant, name);
    outside.inside.clock.pass(1000);
  }
  const answer = await waiting(moderator);
  const person = { identity: expect.stringMatching(/./), verified: 'guest', since: aTime };
  expect([answer.status, answer.json()]).toEqual([
    200,
    [
      { ...person, displayName: 'Zoé' },
      { ...person, displayName: 'Anne' },
    ],
  ]);
  expect(problemIn(await waiting(guest))).toEqual(failure('not-allowed', 403));
});

test('a network check gives whoever asks a room for a minute, and says until when', async () => {
  const answer = await outside.ask('POST /api/v1/network-check', { body: {} });
  expect([answer.status, answer.json()]).toEqual([
    200,
    { livekitUrl: 'ws://127.0.0.1:7880', livekitToken: expect.stringMatching(/./), endsAt: aTime },
  ]);
  expect(Date.parse(answer.json().endsAt) - outside.inside.clock.now).toBe(60_000);
});

test('leaving frees the seat at once, and who left may come back to it', async () => {
  expect(await outside.inside.seats(moderator as never)).toBe(2);
  await outside.ask('POST /api/v1/participation/leave', asked(guest, {}));
  expect(await outside.inside.seats(moderator as never)).toBe(1);
  const back = await outside.ask('POST /api/v1/participation/rejoin', asked(guest, {}));
  expect([back.status, back.json().participant]).toEqual([200, guest.participant]);
});

test('a lookup says whether there is a seat, a lock or a waiting room', async () => {
  const body = { code: codeIn(moderator.meeting.links.participant) };
  const seen = async () => (await outside.ask('POST /api/v1/invitations/lookup', { body })).json();
  expect(await seen()).toMatchObject({ full: false, locked: false, waitingRoom: false });
  await outside.moderate(moderator, { action: 'set-locked', locked: true });
  expect(await seen()).toMatchObject({ full: false, locked: true, waitingRoom: false });
  await outside.moderate(moderator, { action: 'set-waiting-room', on: true });
  expect(await seen()).toMatchObject({ full: false, locked: true, waitingRoom: true });
  await outside.moderate(moderator, { action: 'set-locked', locked: false });
  await outside.moderate(moderator, { action: 'set-waiting-room', on: false });
  // The lock has freed the seat of the one who had not come.
  for (let n = 0; n < 99; n += 1) await outside.join(moderator.meeting.links.participant, `Élève ${n}`);
  expect(await seen()).toMatchObject({ full: true, locked: false, waitingRoom: false });
});

test('no call is served by another method or another path', async () => {
  for (const call of [
    'GET /api/v1/meetings',
    'PUT /api/v1/meetings',
    'POST /api/v1/meetings/mine',
    'POST /api/v1/meetings/',
    'GET /api/v1/network-check',
    'POST /API/v1/meetings',
    'POST //api/v1/meetings',
    'GET /api/v1/invitations/lookup',
    'POST /api/v1/participation/hand',
    'POST /api/v1/participation/events',
    'POST /api/v2/meetings',
  ])
    // The one failure whose HTTP status is not the table's: there is nothing at that address.
    expect(
      problemIn(await outside.ask(call, asked(moderator, call.startsWith('GET') ? undefined : {}))),
    ).toEqual(failure('bad-request', 404));
});
