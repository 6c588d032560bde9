import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { Admission } from '../../shared/meeting.ts';
import { signLivekitToken } from '../livekit/api-clients.ts';
import type { TestProvider } from '../testing/oidc-provider.ts';
import { codeOf, testEnvironment } from '../testing/test-service.ts';
import { forge } from './forge.ts';

type Tokens = Readonly<Record<string, readonly string[]>>;
/** Tokens that are to be refused, by kind of credential that is due (LiveKit's is `media`) and by what is wrong. */
export type WrongTokens = Readonly<Record<'participation' | 'agent' | 'media', Tokens>>;

type Deps = {
  readonly provider: TestProvider;
  /** That of an agent. */
  readonly agent: string;
  readonly victim: Admission;
  readonly others: readonly Admission[];
  readonly expired: Admission;
  readonly ended: Admission;
  readonly removed: Admission;
  /** What LiveKit has not said. */
  readonly message: string;
};

/** Everything but the right one. */
export async function wrongTokens({
  provider,
  agent,
  victim,
  others,
  message,
  ...gone
}: Deps): Promise<WrongTokens> {
  const forged = forge(victim);
  const noTokens = ['', ' ', 'null', '[object Object]', '{}', '..', '%00', 'A'.repeat(80), '=', 'Bearer'];
  const malformed = [...noTokens, `${agent},${agent}`, 'A'.repeat(150), 'A'.repeat(9000)];
  const { participant, moderator = '' } = victim.meeting.links;
  const codes = [codeOf(participant), codeOf(moderator)];
  const idToken = await provider.issueIdToken('marie');
  return {
    participation: {
      malformed,
      'of an agent': [agent, idToken],
      'a code': codes,
      forged: forged.tokens,
      'of nobody': [forged.nobody],
      expired: [forged.late, gone.expired.participationToken],
      'of an ended meeting': [gone.ended.participationToken],
      'of a removed person': [gone.removed.participationToken],
    },
    agent: {
      malformed,
      'of a participant': [victim, ...others].map(({ participationToken }) => participationToken),
      'a code': codes,
      'an ID token': [idToken],
      ...(await agentsTokens(provider)),
    },
    // LiveKit's signature: with another key, or over another body.
    media: {
      malformed,
      'of a participant': [victim.participationToken],
      'of an agent': [agent],
      ...(await mediaTokens(message)),
    },
  };
}

async function agentsTokens(provider: TestProvider): Promise<Tokens> {
  const claims = provider.claims('marie');
  const unsigned = (header: object) =>
    [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const theirs = unsigned({ alg: 'RS256', typ: 'at+jwt' });
  const symmetric = unsigned({ alg: 'HS256', typ: 'at+jwt' });
  return {
    expired: [await provider.sign({ ...claims, exp: 1 })],
    'for somebody else': [await provider.sign({ ...claims, aud: 'https://other.example' })],
    'of another issuer': [await provider.sign({ ...claims, iss: 'https://other.example' })],
    unsigned: [`${unsigned({ alg: 'none', typ: 'at+jwt' })}.`],
    forged: [
      `${theirs}.${sign('sha256', Buffer.from(theirs), stranger).toString('base64url')}`,
      `${symmetric}.${createHmac('sha256', provider.publicKey()).update(symmetric).digest('base64url')}`,
      (await provider.issueToken('marie')).slice(0, -8),
    ],
  };
}

async function mediaTokens(message: string): Promise<Tokens> {
  const { VISIO_LIVEKIT_API_KEY: apiKey = '', VISIO_LIVEKIT_API_SECRET: apiSecret = '' } = testEnvironment();
  const media = { apiKey, apiSecret, clock: Date.now };
  const itsBody = { sha256: createHash('sha256').update(message).digest('base64') };
  const otherBody = { sha256: Buffer.alloc(32).toString('base64') };
  return {
    forged: [
      await signLivekitToken({ ...media, apiSecret: 'x'.repeat(40) }, itsBody, 60),
      await signLivekitToken({ ...media, apiKey: 'other' }, itsBody, 60),
      await signLivekitToken(media, otherBody, 60),
      await signLivekitToken(media, {}, 60),
    ],
    expired: [await signLivekitToken({ ...media, clock: () => 0 }, itsBody, 60)],
  };
}
