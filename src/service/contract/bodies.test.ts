import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeIn, startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { failure, problemIn, type Admission } from './testing/wire.ts';

let outside: BlackBoxService;
let moderator: Admission;
let code = '';
beforeAll(async () => {
  outside = await startBlackBoxService();
  moderator = await outside.open();
  code = codeIn(moderator.meeting.links.participant);
});
afterAll(() => outside.stop());

const target = 'somebody';
/** Every body of the contract: what is right about it is only that it has these members. */
const bodies: [string, () => Record<string, unknown>][] = [
  ['POST /api/v1/meetings', () => ({ displayName: 'Marie' })],
  ['POST /api/v1/invitations/lookup', () => ({ code })],
  ['POST /api/v1/invitations/join', () => ({ code, displayName: 'Marie' })],
  ['POST /api/v1/participation/rejoin', () => ({})],
  ['POST /api/v1/participation/leave', () => ({})],
  ['POST /api/v1/participation/end-meeting', () => ({})],
  ['POST /api/v1/network-check', () => ({})],
  ['PUT /api/v1/participation/hand', () => ({})],
  ['DELETE /api/v1/participation/hand', () => ({})],
  ...[
    { action: 'mute', target },
    { action: 'mute-all' },
    { action: 'set-publishing', target: 'participants', source: 'microphone', allowed: true },
    { action: 'set-publishing', target, source: 'camera', allowed: true },
    { action: 'remove', target },
    { action: 'set-locked', locked: true },
    { action: 'set-waiting-room', on: true },
    { action: 'admit', target: 'all' },
    { action: 'refuse', target },
    { action: 'lower-hand', target: 'all' },
    { action: 'promote', target },
    { action: 'set-spotlight', target },
    { action: 'set-interpreter', target, on: true },
    { action: 'reopen-moderator-link' },
  ].map((wish): [string, () => Record<string, unknown>] => [
    'POST /api/v1/participation/moderate',
    () => wish,
  ]),
];
const optional = new Set(['POST /api/v1/meetings displayName']);
const send = (call: string, body: object | string, headers: Record<string, string> = {}) =>
  outside.ask(call, { body, headers, token: moderator.participationToken });

test.each(bodies)('%s: a member that the contract does not know is refused (%#)', async (call, body) => {
  for (const unknown of ['role', 'DisplayName', 'code ', '', 'constructor', 'toString'])
    expect(problemIn(await send(call, { ...body(), [unknown]: true }))).toEqual(failure('bad-request', 400));
  expect(problemIn(await send(call, `{"__proto__":{"action":"mute-all"}}`))).toEqual(
    failure('bad-request', 400),
  );
});

test.each(bodies)('%s: a member that is left out or of another type is refused (%#)', async (call, body) => {
  for (const name of Object.keys(body())) {
    const { [name]: left, ...rest } = body();
    // The spotlight of nobody.
    const mayBeNull = name === 'target' && rest['action'] === 'set-spotlight';
    const values = [...(mayBeNull ? [] : [null]), 7, [], {}, [code], { code }];
    const wrong = values.map((value) => Object.assign(structuredClone(rest), { [name]: value }));
    for (const sent of optional.has(`${call} ${name}`) ? wrong : [rest, ...wrong])
      expect([left, sent, (await send(call, sent)).status]).toEqual([left, sent, 400]);
  }
});

test.each(bodies)('%s: what is no JSON object of at most 16 kB is refused (%#)', async (call, body) => {
  const right = JSON.stringify(body());
  // Without a body there is nothing of which these could be wrong.
  const empty = call.includes('hand') ? [] : ['[]', 'null'];
  for (const text of [...empty, '7', '"text"', `${right}}`, right.slice(0, -1), `[${right}]`])
    expect([text, problemIn(await send(call, text))]).toEqual([text, failure('bad-request', 400)]);
  expect(problemIn(await send(call, right + ' '.repeat(17_000)))).toEqual(failure('bad-request', 400));
  expect(problemIn(await send(call, right, { 'content-type': 'text/plain' }))).toEqual(
    failure('bad-request', 400),
  );
});

test.each([
  ['POST /api/v1/meetings', { displayName: 7 }, 'displayName'],
  ['POST /api/v1/meetings', { displayName: '\u202e' }, 'displayName'],
  ['POST /api/v1/invitations/lookup', { code: 7 }, 'code'],
  ['POST /api/v1/invitations/join', { displayName: 'Marie' }, 'code'],
  ['POST /api/v1/participation/moderate', { action: 'jump' }, 'action'],
  ['POST /api/v1/participation/moderate', { action: 'remove', target: 7 }, 'target'],
  ['POST /api/v1/participation/moderate', { action: 'remove', target: 'nobody' }, 'target'],
  ['POST /api/v1/participation/moderate', { action: 'set-locked', locked: 'yes' }, 'locked'],
  ['POST /api/v1/participation/moderate', { action: 'set-waiting-room' }, 'on'],
  [
    'POST /api/v1/participation/moderate',
    { action: 'set-publishing', target: 'participants', source: 'speaker', allowed: true },
    'source',
  ],
])('%s of %j: the refusal names the member', async (call, body, field) => {
  expect(problemIn(await send(call, body))).toEqual(failure('bad-request', 400, field));
});

test('nothing of all that has changed the meeting', async () => {
  const seen = await outside.ask('POST /api/v1/invitations/lookup', { body: { code } });
  expect(seen.json()).toMatchObject({ full: false, locked: false, waitingRoom: false });
  expect(await outside.inside.seats(moderator as never)).toBe(1);
});
