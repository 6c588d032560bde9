import { randomBytes } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { expect } from 'vitest';
import type { TestProvider } from '../../../src/service/testing/oidc-provider.ts';
import type { Admission } from '../../../src/shared/meeting.ts';
import { serviceApi, type ApiCall } from '../../../src/shared/service-api.ts';
import { roomIn } from '../recovery/look-into.ts';
import { codeOf } from '../recovery/code-of.ts';
import type { Cluster } from '../start-cluster.ts';
import type { Answer, Visitor } from './visitor.ts';

/** Where people come from; each Host and proxy would know it. */
export const addresses = { own: '127.0.0.77', claimed: '203.0.113.77', claimed6: '2001:db8:77::7' } as const;
export const people = {
  agent: 'Zébuline Canari',
  guest: 'Ingeburg Wellensittich',
  email: 'zebuline.canari@ac-paris.example',
  /** As the issuer knows the agent. */
  account: 'account-of-canary-5d41402abc',
  phone: '+33612345612',
} as const;

/** A meeting of which everything is known that nobody may write: two people, and a telephone. */
export type KnownMeeting = {
  readonly opened: Admission;
  readonly guest: Admission;
  /** What opens something. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Tokens of LiveKit for the room of this moment: the opener's, the guest's, a caller's as LiveKit's bridge would have it. */
  livekitTokens(): Promise<readonly string[]>;
  /** All that were ever asked for. */
  readonly everyLivekitToken: Set<string>;
  call(name: ApiCall, body: unknown, token?: string): Promise<Answer>;
};

export async function openKnownMeeting(
  cluster: Cluster,
  provider: TestProvider,
  visitor: Visitor,
): Promise<KnownMeeting> {
  const idempotencyKey = `key-${randomBytes(12).toString('hex')}`;
  const call = (name: ApiCall, body: unknown, token?: string): Promise<Answer> => {
    const { method, path } = serviceApi[name];
    const headers = {
      'user-agent': people.email,
      referer: `${cluster.serviceUrl}/r/${people.account}`,
      'x-forwarded-for': addresses.claimed,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(name === 'openMeeting' ? { 'idempotency-key': idempotencyKey } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    return visitor.ask(cluster.serviceUrl + path, { method, headers, ...text });
  };
  const admitted = async (answer: Promise<Answer>): Promise<Admission> => {
    const { status, text } = await answer;
    expect([200, 201]).toContain(status);
    return JSON.parse(text) as Admission;
  };

  const agentToken = await provider.issueToken(people.account);
  const opaqueToken = await provider.issueToken(people.account, { format: 'opaque' });
  const first = await admitted(call('openMeeting', { displayName: people.agent }, agentToken));
  const guest = await admitted(call('join', { code: codeOf(first), displayName: people.guest }));
  // The PIN follows when LiveKit has it.
  let opened = first;
  await expect
    .poll(
      async () => {
        opened = await admitted(call('rejoin', {}, first.participationToken));
        return opened.meeting.telephone?.pin;
      },
      { timeout: 5000 },
    )
    .toMatch(/^\d{10}$/);

  const everyLivekitToken = new Set([opened.livekitToken, guest.livekitToken]);
  let latest = [opened.livekitToken, guest.livekitToken];
  return {
    opened,
    guest,
    everyLivekitToken,
    async livekitTokens() {
      const answers = await Promise.all(
        [opened, guest].map(({ participationToken }) => call('rejoin', {}, participationToken)),
      );
      // What they had before is what is left to somebody whom nobody answers.
      latest = answers.map(({ status, text }, n) =>
        status === 200 ? (JSON.parse(text) as Admission).livekitToken : (latest[n] ?? ''),
      );
      const all = [...latest, await callerToken(cluster, roomIn({ livekitToken: latest[0] ?? '' }))];
      all.forEach((token) => everyLivekitToken.add(token));
      return all;
    },
    secrets: {
      'the participants’ code': codeOf(opened),
      'the moderators’ code': opened.meeting.links.moderator?.split('/').at(-1) ?? '',
      'the opener’s participation token': opened.participationToken,
      'the guest’s participation token': guest.participationToken,
      'the agent’s token': agentToken,
      'the agent’s opaque token': opaqueToken,
      'the opener’s LiveKit token': opened.livekitToken,
      'the guest’s LiveKit token': guest.livekitToken,
      'the idempotency key': idempotencyKey,
      'the PIN': opened.meeting.telephone?.pin ?? '',
    },
    call,
  };
}

async function callerToken({ apiKey, apiSecret }: Cluster, room: string): Promise<string> {
  const caller = new AccessToken(apiKey, apiSecret, { identity: 'sip_0123456789abcdef', name: people.phone });
  caller.kind = 'sip';
  caller.attributes = { 'sip.phoneNumber': people.phone };
  caller.addGrant({ room, roomJoin: true, canPublish: true, canSubscribe: true });
  return caller.toJwt();
}
