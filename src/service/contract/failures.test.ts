import { afterEach, expect, test } from 'vitest';
import { codeIn, startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { failure, problemIn, type Admission } from './testing/wire.ts';

let outside: BlackBoxService;
afterEach(() => outside.stop());
const rejoin = (token?: string) => outside.ask('POST /api/v1/participation/rejoin', { body: {}, token });
const remove = (by: Admission, { participant: { identity } }: Admission) =>
  outside.moderate(by, { action: 'remove', target: identity });
const end = ({ participationToken: token }: Admission) =>
  outside.ask('POST /api/v1/participation/end-meeting', { body: {}, token });
const guestOf = async ({ meeting }: Admission) =>
  (await outside.join(meeting.links.participant, 'Paul')).json();

type Case = {
  readonly code: string;
  readonly status: number;
  readonly when: string;
  readonly with?: NodeJS.ProcessEnv;
  readonly field?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly ask: () => Promise<Awaited<ReturnType<BlackBoxService['ask']>>>;
};

const cases: Case[] = [
  {
    code: 'bad-request',
    status: 400,
    when: 'a member is wrong',
    field: 'code',
    ask: () => outside.ask('POST /api/v1/invitations/lookup', { body: { code: 7 } }),
  },
  { code: 'not-signed-in', status: 401, when: 'there is no token', ask: () => rejoin() },
  {
    code: 'not-signed-in',
    status: 401,
    when: 'nobody signed the token',
    ask: () => rejoin('A'.repeat(80)),
  },
  {
    code: 'not-signed-in',
    status: 401,
    when: 'a code stands for a token',
    ask: async () => rejoin(codeIn((await outside.open()).meeting.links.moderator)),
  },
  {
    code: 'removed',
    status: 403,
    when: 'they were removed',
    async ask() {
      const opener = await outside.open();
      const guest = await guestOf(opener);
      await remove(opener, guest);
      return rejoin(guest.participationToken);
    },
  },
  {
    code: 'not-allowed',
    status: 403,
    when: 'a participant moderates',
    ask: async () => outside.moderate(await guestOf(await outside.open()), { action: 'mute-all' }),
  },
  {
    code: 'not-allowed',
    status: 403,
    when: 'another host is named',
    ask: () => outside.ask('GET /.well-known/visio-agents', { headers: { host: 'elsewhere.example' } }),
  },
  {
    code: 'meeting-over',
    status: 404,
    when: 'the meeting has ended',
    async ask() {
      const opener = await outside.open();
      await end(opener);
      return rejoin(opener.participationToken);
    },
  },
  {
    code: 'meeting-full',
    status: 409,
    when: 'every seat is taken',
    with: { VISIO_MAX_PARTICIPANTS: '1' },
    retryAfter: 30,
    ask: async () => outside.join((await outside.open()).meeting.links.participant, 'Paul'),
  },
  {
    code: 'idempotency-conflict',
    status: 422,
    when: 'a key comes with another body',
    async ask() {
      const headers = { 'idempotency-key': 'k-1' };
      await outside.open({ headers });
      return outside.ask('POST /api/v1/meetings', { headers, body: { displayName: 'Paul' } });
    },
  },
  {
    code: 'meeting-locked',
    status: 423,
    when: 'it is locked',
    async ask() {
      const opener = await outside.open();
      await outside.moderate(opener, { action: 'set-locked', locked: true });
      return outside.join(opener.meeting.links.participant, 'Paul');
    },
  },
  {
    code: 'service-error',
    status: 500,
    when: 'nobody foresaw it',
    ask() {
      outside.inside.media.meanwhile = () => Promise.reject(new Error('unforeseen'));
      return outside.ask('POST /api/v1/meetings', { body: {} });
    },
  },
  {
    code: 'media-unreachable',
    status: 503,
    when: 'LiveKit does not answer',
    retryAfter: 5,
    ask() {
      outside.inside.media.silent = true;
      return outside.ask('POST /api/v1/meetings', { body: {} });
    },
  },
  {
    code: 'service-busy',
    status: 503,
    when: 'too many meetings are open',
    with: { VISIO_MAX_MEETINGS: '1' },
    retryAfter: 30,
    async ask() {
      await outside.open();
      return outside.ask('POST /api/v1/meetings', { body: {} });
    },
  },
];

test.each(cases)('$code, $status: $when', async ({ code, status, field, retryAfter, ask, ...given }) => {
  outside = await startBlackBoxService(given.with);
  const answer = await ask();
  expect(problemIn(answer)).toEqual(failure(code, status, field));
  expect(answer.headers['retry-after']).toBe(retryAfter?.toString());
  expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
});
