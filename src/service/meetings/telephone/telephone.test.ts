import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { limits } from '../../../shared/meeting-limits.ts';
import { discovery } from '../../../shared/discovery.ts';
import type { Admission } from '../../../shared/meeting.ts';
import type { Moderation } from '../../../shared/moderation.ts';
import { bearer, codeOf, roomOf, startTestService, type TestService } from '../../testing/test-service.ts';
import { newPin } from './pin.ts';

const number = '+33 1 23 45 67 89';
const trunk = { VISIO_SIP_TRUNK_ID: 'ST_trunk', VISIO_SIP_NUMBER: number };
const start = (environment: NodeJS.ProcessEnv = {}) => startTestService({ ...trunk, ...environment });

/** PIN by room, of the rules that lead to one. */
const rulesOf = ({ media }: TestService): Record<string, string> =>
  Object.fromEntries(
    [...media.dispatchRules.values()]
      .filter(({ name }) => name !== 'va-test-nowhere')
      .map(({ room, pin }) => [room, pin]),
  );
const rejoin = async ({ post }: TestService, admission: Admission) =>
  (await post('/api/v1/participation/rejoin', {}, bearer(admission))).json<Admission>();
const moderate = ({ post }: TestService, opener: Admission, wish: Moderation) =>
  post('/api/v1/participation/moderate', wish, bearer(opener));

test('without a trunk there is no telephone, and nobody asks LiveKit for one', async () => {
  const service = await startTestService();
  const opened = await service.open();
  expect(opened.meeting.telephone).toBeNull();
  const document = await service.app.inject({
    url: '/.well-known/visio-agents',
    headers: { host: '127.0.0.1:8080' },
  });
  expect(discovery.parse(document.json()).telephone).toBe(false);
  await service.sweep();
  expect(service.media.calls.join()).not.toContain('Dial');
});

test('with a trunk a meeting has the number and a PIN of its own, which leads into its room', async () => {
  const service = await start();
  const [one, two] = [await service.open(), await service.open()];
  expect(one.meeting.telephone).toEqual({ number, pin: expect.stringMatching(/^\d{10}$/) });
  expect(rulesOf(service)).toEqual({
    [roomOf(one)]: one.meeting.telephone?.pin,
    [roomOf(two)]: two.meeting.telephone?.pin,
  });
  expect(one.meeting.telephone?.pin).not.toBe(two.meeting.telephone?.pin);
  expect((await service.join(one.meeting.links.participant)).meeting.telephone).toEqual(
    one.meeting.telephone,
  );
  const document = await service.app.inject({
    url: '/.well-known/visio-agents',
    headers: { host: '127.0.0.1:8080' },
  });
  expect(document.json()).toMatchObject({ telephone: true });
});

test('a moderator who locks and unlocks without end keeps nobody else waiting for their telephone', async () => {
  const service = await start();
  const [restless, other] = [await service.open(), await service.open()];
  const { promise, resolve } = Promise.withResolvers<void>();
  service.media.meanwhile = (call) => (call.includes('Dispatch') ? promise : Promise.resolve());
  for (let n = 0; n < 50; n += 1)
    await moderate(service, restless, { action: 'set-locked', locked: n % 2 === 0 });
  await moderate(service, other, { action: 'set-locked', locked: true });
  const turns = vi.spyOn(service.deps.store, 'unlock');
  service.media.meanwhile = async () => undefined;
  resolve();
  await expect.poll(() => Object.keys(rulesOf(service))).toEqual([roomOf(restless)]);
  // What was begun, one more for all that was asked meanwhile, and the other's.
  await expect.poll(() => turns.mock.calls.length).toBe(3);
  expect(rulesOf(service)).toEqual({ [roomOf(restless)]: restless.meeting.telephone?.pin });
});

test('a telephone that fails leaves the meeting without one, and the log says so; it comes when it can', async () => {
  const service = await start();
  service.media.fails = (call) => call.includes('Dispatch');
  const opened = await service.open();
  expect(opened.meeting.telephone).toBeNull();
  expect(service.log()).toContain(`"reference":"${opened.meeting.reference}","msg":"telephone:`);
  service.media.fails = () => false;
  service.clock.pass(10_000);
  await service.sweep();
  const back = await rejoin(service, opened);
  expect(back.meeting.telephone?.pin).toBe(rulesOf(service)[roomOf(opened)]);
});

test('a telephone that does not answer holds up nobody for long', async () => {
  const service = await start();
  const silence = Promise.withResolvers<void>();
  service.media.meanwhile = (call) =>
    call.startsWith('createDispatchRule') ? silence.promise : Promise.resolve();
  const opened = await service.open();
  expect(opened.meeting.telephone).toBeNull();
  silence.resolve();
  await expect.poll(async () => (await rejoin(service, opened)).meeting.telephone).not.toBeNull();
});

test('while the meeting is locked its PIN leads nowhere and is kept', async () => {
  const service = await start();
  const opened = await service.open();
  const { telephone } = opened.meeting;
  await moderate(service, opened, { action: 'set-locked', locked: true });
  await expect.poll(() => rulesOf(service)).toEqual({});
  expect((await rejoin(service, opened)).meeting.telephone).toEqual(telephone);
  await moderate(service, opened, { action: 'set-locked', locked: false });
  await expect.poll(() => rulesOf(service)).toEqual({ [roomOf(opened)]: telephone?.pin });
});

test('a meeting that ends while its rule is being made leaves none behind', async () => {
  const service = await start();
  const opened = await service.open();
  await moderate(service, opened, { action: 'set-locked', locked: true });
  await expect.poll(() => rulesOf(service)).toEqual({});
  const made = Promise.withResolvers<void>();
  service.media.meanwhile = async (call) => {
    if (call.startsWith('createDispatchRule')) {
      await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
      made.resolve();
    }
  };
  await moderate(service, opened, { action: 'set-locked', locked: false });
  await made.promise;
  await expect.poll(() => service.media.calls.at(-1)).toContain('deleteDispatchRule');
  expect(rulesOf(service)).toEqual({});
});

test('a meeting that moves to another room takes its PIN along', async () => {
  const service = await start();
  const opened = await service.open();
  const state = await service.deps.store.find(opened.meeting.id);
  if (!state) throw new Error('the meeting is open');
  await service.deps.meetingRooms.move(state, 'planned');
  const back = await rejoin(service, opened);
  expect(roomOf(back)).not.toBe(roomOf(opened));
  await expect.poll(() => rulesOf(service)).toEqual({ [roomOf(back)]: opened.meeting.telephone?.pin });
  expect(back.meeting.telephone?.pin).toBe(opened.meeting.telephone?.pin);
});

test('the PIN of a meeting that its moderator or the time has ended opens nothing any more', async () => {
  const service = await start();
  const [opened] = [await service.open(), await service.open()];
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  await expect.poll(() => Object.keys(rulesOf(service))).toHaveLength(1);
  service.clock.pass(limits.maxMinutes * 60_000);
  await service.sweep();
  await expect.poll(() => rulesOf(service)).toEqual({});
});

test('a rule that outlived its meeting, because LiveKit did not answer, goes later', async () => {
  const service = await start();
  const opened = await service.open();
  service.media.fails = (call) => call.includes('Dispatch');
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  expect(rulesOf(service)).not.toEqual({});
  service.media.fails = () => false;
  await service.sweep();
  expect(rulesOf(service)).toEqual({});
});

test('a meeting that could not be opened leaves no rule and no claim behind', async () => {
  const service = await start();
  const released = vi.spyOn(service.deps.store, 'releasePin');
  service.media.fails = (call) => call.startsWith('createRoom');
  const refused = await service.post('/api/v1/meetings', {});
  expect(refused.statusCode).toBe(503);
  await expect.poll(() => released).toHaveBeenCalledOnce();
  expect(rulesOf(service)).toEqual({});
});

test('rules that LiveKit has lost are made again, with the same PIN', async () => {
  const service = await start();
  const opened = await service.open();
  service.media.dispatchRules.clear();
  await service.sweep();
  expect(rulesOf(service)).toEqual({ [roomOf(opened)]: opened.meeting.telephone?.pin });
});

test('a rule whose making was not answered is found again, not doubled', async () => {
  const service = await start();
  service.media.meanwhile = async (call) => {
    if (!call.startsWith('createDispatchRule')) return;
    service.media.meanwhile = async () => undefined;
    await service.media.createDispatchRule({ trunkId: '', ...lostRule(await pinOf()) });
  };
  const lostRule = ({ room, pin }: { room: string; pin: string }) => ({ name: room, room, pin });
  const pinOf = async () => {
    const [[room = '', wanted] = []] = await service.deps.store.expectedRooms();
    const state = await service.deps.store.find(wanted?.meetingId ?? '');
    return { room, pin: state?.telephone?.pin ?? '' };
  };
  const opened = await service.open();
  expect(rulesOf(service)).toEqual({ [roomOf(opened)]: opened.meeting.telephone?.pin });
  expect(opened.meeting.telephone).not.toBeNull();
});

test("others' rules on the trunk stay, and callers are asked for a PIN while no meeting is open", async () => {
  const service = await start();
  const others = {
    trunkId: '',
    name: 'va-test-2-0123456789abcdef0123456789abcdef',
    room: 'elsewhere',
    pin: '1',
  };
  await service.media.createDispatchRule(others);
  await service.sweep();
  await service.sweep();
  const rules = [...service.media.dispatchRules.values()];
  expect(rules.map(({ name }) => name)).toEqual([others.name, 'va-test-nowhere']);
  // No telephone has the letters for it.
  expect(rules[1]?.pin).toMatch(/^none-[0-9a-f]{32}$/);
});

test('a PIN has ten digits, whatever was drawn, and all are as likely', () => {
  const drawn = [Buffer.alloc(6, 0xff), Buffer.alloc(6), Buffer.from([0, 0, 0, 0, 0, 42])];
  // The first lies in the part that would favour small PINs.
  expect(newPin(() => drawn.shift() ?? Buffer.alloc(6))).toBe('0000000000');
  expect(newPin(() => drawn.shift() ?? Buffer.alloc(6))).toBe('0000000042');
  for (let n = 0; n < 1000; n += 1) expect(newPin(randomBytes)).toMatch(/^\d{10}$/);
});

test('neither PIN nor number is logged', async () => {
  const service = await start();
  const opened = await service.open();
  await service.app.inject({
    url: `/r/${codeOf(opened.meeting.links.participant)}`,
    headers: { host: '127.0.0.1:8080' },
  });
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  await service.sweep();
  expect(service.log()).not.toContain(opened.meeting.telephone?.pin);
});
