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
  for (const { livekitToken, participant } of [moderator, guest])
    media()
      .rooms.get(livekitToken.split(' ')[1] ?? '')
      ?.add(participant.identity);
});
afterEach(() => outside.stop());

// What follows in LiveKit, where everybody in the room reads it.
const media = () => outside.inside.media;
const room = () => moderator.livekitToken.split(' ')[1] ?? '';
const rights = () => media().rights.get(guest.participant.identity);
const metadata = () => JSON.parse(media().metadata.get(room()) ?? '') as unknown;

const lookUp = async () => {
  const body = { code: codeIn(moderator.meeting.links.participant) };
  return (await outside.ask('POST /api/v1/invitations/lookup', { body })).json();
};
const knock = (name: string) => outside.join(moderator.meeting.links.participant, name);
const asGuest = (call: string, body?: object) =>
  outside.ask(call, { token: guest.participationToken, ...(body ? { body } : {}) });
const rejoin = (token = guest.participationToken) =>
  outside.ask('POST /api/v1/participation/rejoin', { body: {}, token });
let late = '';
async function letWait(name: string, wish: (identity: string) => object): Promise<object> {
  await outside.moderate(moderator, { action: 'set-waiting-room', on: true });
  late = (await knock(name)).json().participationToken;
  const waiting = 'GET /api/v1/participation/waiting';
  const [person] = (await outside.ask(waiting, { token: moderator.participationToken })).json();
  return wish(person.identity);
}

const target = () => guest.participant.identity;

function speaking<T>(wish: T): T {
  media().tracks.set(target(), [{ sid: 'TR_1', source: 'microphone', kind: 'audio', muted: false }]);
  return wish;
}
const isMuted = () => expect(media().tracks.get(target())).toMatchObject([{ muted: true }]);
async function handUp<T>(wish: T): Promise<T> {
  await asGuest('PUT /api/v1/participation/hand');
  return wish;
}
const isDown = () => expect(rights()?.attributes).toMatchObject({ 'visio.hand': '' });

/** Every action of the contract, and what is so once it was answered. */
const actions: Record<string, { wish: () => object | Promise<object>; after: () => Promise<void> | void }> = {
  mute: { wish: () => speaking({ action: 'mute', target: target() }), after: isMuted },
  'mute-all': { wish: () => speaking({ action: 'mute-all' }), after: isMuted },
  'set-publishing of one person': {
    wish: () => ({ action: 'set-publishing', target: target(), source: 'camera', allowed: false }),
    after: () => expect(rights()?.sources).not.toContain('camera'),
  },
  'set-publishing of all participants, also those to come': {
    wish: () => ({ action: 'set-publishing', target: 'participants', source: 'microphone', allowed: false }),
    async after() {
      expect(rights()?.sources).toEqual(['camera', 'screen_share']);
      expect(metadata()).toMatchObject({ policy: { microphone: false, camera: true, screen: true } });
      const newcomer = (await knock('Anne')).json().participant.identity;
      expect(media().rights.get(newcomer)?.sources).toEqual(['camera', 'screen_share']);
      await rejoin();
      expect(rights()?.sources).toEqual(['camera', 'screen_share']);
    },
  },
  remove: {
    wish: () => ({ action: 'remove', target: target() }),
    after: async () => expect(problemIn(await rejoin())).toEqual(failure('removed', 403)),
  },
  'set-locked': {
    wish: () => ({ action: 'set-locked', locked: true }),
    async after() {
      expect(problemIn(await knock('Anne'))).toEqual(failure('meeting-locked', 423));
      expect(await lookUp()).toMatchObject({ locked: true });
      expect(metadata()).toMatchObject({ locked: true });
      // The lock is for newcomers.
      expect((await rejoin()).status).toBe(200);
    },
  },
  'set-waiting-room': {
    wish: () => ({ action: 'set-waiting-room', on: true }),
    async after() {
      expect((await knock('Anne')).status).toBe(202);
      expect(await lookUp()).toMatchObject({ waitingRoom: true });
    },
  },
  'admit one': {
    wish: () => letWait('Anne', (identity) => ({ action: 'admit', target: identity })),
    after: async () => expect((await rejoin(late)).status).toBe(200),
  },
  'admit all': {
    wish: () => letWait('Anne', () => ({ action: 'admit', target: 'all' })),
    after: async () => expect((await rejoin(late)).status).toBe(200),
  },
  'refuse one': {
    wish: () => letWait('Anne', (identity) => ({ action: 'refuse', target: identity })),
    after: async () => expect(problemIn(await rejoin(late))).toEqual(failure('not-allowed', 403)),
  },
  'lower-hand of one': { wish: () => handUp({ action: 'lower-hand', target: target() }), after: isDown },
  'lower-hand of all': { wish: () => handUp({ action: 'lower-hand', target: 'all' }), after: isDown },
  promote: {
    wish: () => ({ action: 'promote', target: target() }),
    async after() {
      expect((await asGuest('GET /api/v1/participation/waiting')).status).toBe(200);
      expect((await rejoin()).json().meeting).toMatchObject({ role: 'moderator' });
      expect(rights()?.attributes).toMatchObject({ 'visio.role': 'moderator', 'visio.verified': 'guest' });
    },
  },
  'set-interpreter on': {
    wish: () => ({ action: 'set-interpreter', target: target(), on: true }),
    async after() {
      expect(rights()?.attributes).toMatchObject({ 'visio.interpreter': 'true' });
      await rejoin();
      expect(rights()?.attributes).toMatchObject({ 'visio.interpreter': 'true' });
    },
  },
  'set-interpreter off': {
    async wish() {
      await outside.moderate(moderator, { action: 'set-interpreter', target: target(), on: true });
      return { action: 'set-interpreter', target: target(), on: false };
    },
    after: () => expect(rights()?.attributes).toMatchObject({ 'visio.interpreter': '' }),
  },
  'set-spotlight on one': {
    wish: () => ({ action: 'set-spotlight', target: target() }),
    after: () => expect(metadata()).toMatchObject({ spotlight: target() }),
  },
  'set-spotlight on nobody': {
    async wish() {
      await outside.moderate(moderator, { action: 'set-spotlight', target: target() });
      return { action: 'set-spotlight', target: null };
    },
    after: () => expect(metadata()).toMatchObject({ spotlight: null }),
  },
  'reopen-moderator-link': {
    async wish() {
      const link = moderator.meeting.links.moderator;
      const { participant } = (await outside.join(link, 'Anne')).json();
      await outside.moderate(moderator, { action: 'remove', target: participant.identity });
      expect((await outside.join(link, 'Anne')).status).toBe(202);
      return { action: 'reopen-moderator-link' };
    },
    async after() {
      const answer = await outside.join(moderator.meeting.links.moderator, 'Anne');
      expect(answer.json().meeting).toMatchObject({ role: 'moderator' });
    },
  },
};

test.each(Object.entries(actions))('%s: 204, and again when repeated', async (_name, { wish, after }) => {
  const asked = await wish();
  const answers = [await outside.moderate(moderator, asked), await outside.moderate(moderator, asked)];
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [204, ''],
    [204, ''],
  ]);
  await after();
});

test.each(Object.entries(actions))('%s is not a participant’s', async (_name, { wish }) => {
  expect(problemIn(await outside.moderate(guest, await wish()))).toEqual(failure('not-allowed', 403));
});

test('a raised hand is a time that everybody in the room reads', async () => {
  await asGuest('PUT /api/v1/participation/hand');
  expect(rights()?.attributes).toEqual({
    'visio.role': 'participant',
    'visio.verified': 'guest',
    'visio.hand': aTime,
    'visio.interpreter': '',
  });
});

test('rooms are named after the instance, and say what everybody may read', () => {
  expect(room()).toMatch(/^va-test-[0-9a-f]{32}$/);
  expect(metadata()).toEqual({
    v: 1,
    expiresAt: moderator.meeting.expiresAt,
    locked: false,
    policy: { microphone: true, camera: true, screen: true },
    spotlight: null,
  });
});
