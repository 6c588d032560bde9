import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import type { Admission } from './testing/wire.ts';

let outside: BlackBoxService;
let moderator: Admission;
beforeEach(async () => {
  outside = await startBlackBoxService();
  moderator = await outside.open();
});
afterEach(() => outside.stop());

const knock = async (name: string) => (await outside.join(moderator.meeting.links.participant, name)).json();
const wish = (body: object) => outside.moderate(moderator, body);
const end = () =>
  outside.ask('POST /api/v1/participation/end-meeting', { body: {}, token: moderator.participationToken });
const loseRoom = async () => {
  outside.inside.media.loseEverything();
  await outside.inside.sweep();
};
const waitingRoom = () => wish({ action: 'set-waiting-room', on: true });

type Case = {
  /** Whoever listens. */
  readonly who: () => Promise<Admission> | Admission;
  readonly what: () => Promise<unknown>;
  readonly said: string;
  /** What is said on connecting later, or the status of the refusal. */
  readonly later: string | number;
};
const ping = ': ping\n\n';
const one = (event: string, data: string) => `event: ${event}\ndata: ${data}\n\n`;
const guest = () => knock('Paul');
const waits = async () => {
  await waitingRoom();
  return knock('Paul');
};

/** Every event of the contract: to whom, why, and letter for letter. */
const cases: [string, Case][] = [
  ['rejoin', { who: guest, what: loseRoom, said: one('rejoin', '{}'), later: ping + one('rejoin', '{}') }],
  [
    'ended by a moderator',
    { who: guest, what: end, said: one('ended', '{"reason":"moderator"}'), later: 404 },
  ],
  [
    'ended by its time',
    {
      who: guest,
      async what() {
        outside.inside.clock.pass(280 * 60_000);
        await outside.inside.sweep();
      },
      said: one('ended', '{"reason":"time"}'),
      later: 404,
    },
  ],
  [
    'ended because it is empty',
    {
      who: guest,
      async what() {
        await outside.inside.sweep();
        outside.inside.clock.pass(30 * 60_000);
        await outside.inside.sweep();
      },
      said: one('ended', '{"reason":"empty"}'),
      later: 404,
    },
  ],
  [
    'ended for who is removed',
    {
      async who() {
        const paul = await guest();
        target = paul.participant.identity;
        return paul;
      },
      what: () => wish({ action: 'remove', target }),
      said: one('ended', '{"reason":"removed"}'),
      later: 403,
    },
  ],
  [
    'admitted',
    {
      who: waits,
      what: () => wish({ action: 'admit', target: 'all' }),
      said: one('admitted', '{}'),
      later: ping + one('admitted', '{}'),
    },
  ],
  [
    'refused',
    {
      who: waits,
      what: () => wish({ action: 'refuse', target: 'all' }),
      said: one('refused', '{}'),
      later: ping + one('refused', '{}'),
    },
  ],
];
let target = '';

test.each(cases)('%s is said, and is the state on connecting', async (_name, { who, what, said, later }) => {
  const { participationToken } = await who();
  const stream = await outside.listen(participationToken);
  expect(await stream.next()).toBe(': ping\n\n');
  await what();
  expect(await stream.next()).toBe(said);
  const again = await outside.listen(participationToken);
  expect(again.status === 200 ? await again.next() : again.status).toBe(later);
  // Nobody needs what was said while they were away.
  expect(said).not.toMatch(/^id:/m);
});

test('waiting tells moderators how many there are, on connecting and at each change', async () => {
  await waits();
  const stream = await outside.listen(moderator.participationToken);
  expect(await stream.next()).toBe(`: ping\n\n${one('waiting', '{"count":1}')}`);
  await knock('Anne');
  expect(await stream.next()).toBe(one('waiting', '{"count":2}'));
});
