import type { AddressInfo } from 'node:net';
import { limits } from '../../shared/meeting-limits.ts';
import type { Admission } from '../../shared/meeting.ts';
import { peopleOf } from '../testing/moderator.ts';
import { startOidcProvider } from '../testing/oidc-provider.ts';
import {
  bearer,
  codeOf,
  roomOf,
  startTestService,
  testEnvironment,
  type TestService,
} from '../testing/test-service.ts';
import { forge } from './forge.ts';
import { wrongTokens, type WrongTokens } from './wrong-tokens.ts';

/** A service with meetings in every state, and whatever a stranger may have got hold of. */
export type AttackTargets = {
  readonly service: TestService;
  readonly environment: NodeJS.ProcessEnv;
  readonly port: number;
  readonly host: string;
  /** What would be accepted, were nothing else wrong with the request; LiveKit's signature is of one body alone. */
  readonly right: { readonly participation: string; readonly agent: string; readonly media: '' };
  readonly wrong: WrongTokens;
  /** What LiveKit would say of the meeting, and has not. */
  readonly message: string;
  /** People whose token is good, and not for these calls. */
  readonly weak: readonly { readonly token: string; readonly calls: readonly string[] }[];
  readonly codes: { readonly right: string; readonly wrong: readonly string[] };
  /** Somebody of the meeting. */
  readonly target: string;
  /** The moderator of another meeting. */
  readonly foreigner: string;
  /** What no answer may hold. */
  readonly secrets: readonly string[];
  /** All that a request could have changed, as text. */
  snapshot(): Promise<string>;
  stop(): Promise<void>;
};

const ofModerators = ['moderate', 'waiting', 'end-meeting'];
const ofSeated = [...ofModerators, 'hand'];

export async function startAttackTargets(): Promise<AttackTargets> {
  const provider = await startOidcProvider();
  const environment = provider.environment();
  // A client that is slowed down tries nothing any more; the limits are tested elsewhere.
  const unhurried = {
    VISIO_METRICS: 'true',
    VISIO_MAX_CALLS_PER_MINUTE: '0',
    VISIO_MAX_ENTRIES_PER_MINUTE: '0',
  };
  const service = await startTestService({ ...environment, ...unhurried });
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const agent = await provider.issueToken('marie');
  const { moderate, tryToJoin } = peopleOf(service);
  const asAgent = { headers: { authorization: `Bearer ${agent}` } };
  const open = async () => (await service.post('/api/v1/meetings', {}, asAgent)).json<Admission>();

  const expired = await open();
  service.clock.pass((limits.maxMinutes + 1) * 60_000);
  const victim = await open();
  const other = await open();
  const ended = await open();
  await service.post('/api/v1/participation/end-meeting', {}, bearer(ended));
  const join = async () => (await tryToJoin(victim.meeting.links.participant)).json<Admission>();
  const guest = await join();
  const removed = await join();
  const left = await join();
  await moderate(victim, { action: 'remove', target: removed.participant.identity });
  await service.post('/api/v1/participation/leave', {}, bearer(left));
  await moderate(victim, { action: 'set-waiting-room', on: true });
  const refused = await join();
  await moderate(victim, { action: 'refuse', target: 'all' });
  const waiting = await join();

  const room = { name: roomOf(victim) };
  const createdAt = String(service.clock.now / 1000);
  const message = JSON.stringify({ id: 'EV_1', createdAt, event: 'room_finished', room });
  const codesOf = ({ meeting: { links } }: Admission) =>
    [links.participant, links.moderator ?? ''].map((link) => codeOf(link));
  const code = codeOf(victim.meeting.links.participant);
  const meetings = [victim, other, ended, expired];
  return {
    service,
    environment,
    port: (service.app.server.address() as AddressInfo).port,
    host: '127.0.0.1:8080',
    right: { participation: victim.participationToken, agent, media: '' },
    wrong: await wrongTokens({
      provider,
      agent,
      victim,
      others: [guest, other],
      expired,
      ended,
      removed,
      message,
    }),
    message,
    weak: [
      { token: guest.participationToken, calls: ofModerators },
      { token: left.participationToken, calls: ofSeated },
      { token: waiting.participationToken, calls: ofSeated },
      { token: refused.participationToken, calls: [...ofSeated, 'rejoin'] },
    ],
    codes: {
      right: code,
      wrong: [
        ...codesOf(ended),
        ...codesOf(expired),
        ...forge(victim).codes,
        victim.participationToken,
        '',
        'A'.repeat(30),
        `${code}=`,
        ` ${code}`,
        `${code}\n`,
      ],
    },
    target: guest.participant.identity,
    foreigner: other.participationToken,
    secrets: [
      ...[victim, guest, other].flatMap(({ participationToken, livekitToken }) => [
        participationToken,
        livekitToken,
      ]),
      victim.meeting.id,
      other.meeting.id,
      ...[victim, other].flatMap(codesOf),
      agent,
      testEnvironment()['VISIO_CODE_KEYS'] ?? '',
      testEnvironment()['VISIO_LIVEKIT_API_SECRET'] ?? '',
      provider.service.clientSecret,
    ],
    async snapshot() {
      const { store } = service.deps;
      const states = await Promise.all(meetings.map(({ meeting: { id } }) => store.find(id)));
      const askedOfMedia = service.media.calls.length;
      return JSON.stringify({ states, ...(await store.backlog()), askedOfMedia, audited: service.audited });
    },
    async stop() {
      await service.app.close();
      await provider.stop();
    },
  };
}
