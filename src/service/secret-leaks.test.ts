import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Admission } from '../shared/meeting.ts';
import { eventsPath } from '../shared/meeting-events.ts';
import { serviceApi } from '../shared/service-api.ts';
import { listenTo } from './testing/listen-to.ts';
import { startOidcProvider, type TestProvider } from './testing/oidc-provider.ts';
import { peopleOf } from './testing/moderator.ts';
import { bearer, codeOf, startTestService, type TestService } from './testing/test-service.ts';

// Every call, right and wrong, with everything that must not be written known beforehand: where it turns up, we see it.
const addresses = ['203.0.113.77', '2001:db8:77::7'];
const names = ['Zébuline Canari', 'Marie Gérard'];
const email = 'zebuline.canari@ac-paris.example';

let provider: TestProvider;
let service: TestService;
let agentToken: string;
beforeAll(async () => {
  provider = await startOidcProvider();
  service = await startTestService({
    ...provider.environment(),
    VISIO_METRICS: 'true',
    VISIO_SIP_TRUNK_ID: 'ST_canary',
    VISIO_SIP_NUMBER: '+33 1 23 45 67 89',
    VISIO_TRUST_PROXY: '127.0.0.1/32',
  });
  agentToken = await provider.issueToken('marie');
  await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await service.app.close();
  await provider.stop();
});

const refusals: string[] = [];
async function ask(options: InjectOptions): Promise<void> {
  const answer = await service.app.inject({
    remoteAddress: addresses[0] ?? '',
    ...options,
    headers: {
      host: '127.0.0.1:8080',
      'content-type': 'application/json',
      'user-agent': email,
      ...options.headers,
    },
  });
  if (answer.statusCode >= 400) refusals.push(JSON.stringify([answer.headers, answer.body]));
}

/** What somebody holds, in every place of every request where it may or may not stand. */
async function everywhere(secrets: readonly string[], tokens: readonly string[]): Promise<void> {
  const routes = [
    ...Object.values(serviceApi),
    { method: 'GET', path: eventsPath },
    { method: 'POST', path: '/livekit/webhook' },
  ];
  for (const secret of secrets) {
    for (const { method, path } of routes) {
      const at = { method: method as 'POST', url: path };
      const token = tokens.at(secrets.indexOf(secret) % tokens.length) ?? '';
      if (path !== eventsPath)
        await ask({
          ...at,
          payload: { code: secret, displayName: secret },
          headers: { authorization: `Bearer ${secret}` },
        });
      await ask({
        ...at,
        url: `${path}/${encodeURIComponent(secret)}?q=${encodeURIComponent(secret)}`,
        headers: { authorization: `Basic ${secret}` },
      });
      await ask({
        ...at,
        payload: `{"${secret}": ${secret}`,
        headers: { authorization: `Bearer ${token}x` },
      });
      await ask({
        ...at,
        payload: { [secret]: secret },
        headers: { 'idempotency-key': secret.slice(0, 70).replaceAll(/[^\w-]/g, '!') },
      });
      await ask({
        ...at,
        headers: {
          host: `${secret.replaceAll(/[^\w.-]/g, '')}.example`,
          'x-forwarded-for': addresses.join(),
        },
      });
    }
    await ask({ method: 'GET', url: `/r/${encodeURIComponent(secret)}` });
    await ask({ method: 'GET', url: `/r/${encodeURIComponent(secret)}/${encodeURIComponent(secret)}` });
  }
}

test('no code, token, PIN, name or address is in a log, a metric, a refusal or the audit', async () => {
  const opened = (
    await service.post(
      '/api/v1/meetings',
      { displayName: names[0] },
      { headers: { authorization: `Bearer ${agentToken}` } },
    )
  ).json<Admission>();
  const guest = (
    await service.post(
      '/api/v1/invitations/join',
      { code: codeOf(opened.meeting.links.participant), displayName: names[0] },
      { headers: { 'x-forwarded-for': addresses[1] ?? '' } },
    )
  ).json<Admission>();
  const { moderate, enter, hand, waiting, rejoin } = peopleOf(service);
  for (const one of [opened, guest]) enter(one);
  const { identity } = guest.participant;
  const secrets = [
    codeOf(opened.meeting.links.participant),
    codeOf(opened.meeting.links.moderator ?? ''),
    opened.participationToken,
    guest.participationToken,
    agentToken,
    opened.meeting.telephone?.pin ?? '',
    // LiveKit's tokens are of this form; what stands in for LiveKit here writes others.
    'eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiY2FuYXJ5In0.c2lnbmF0dXJlb2ZhY2FuYXJ5',
  ];
  expect(secrets.every((secret) => secret.length >= 10)).toBe(true);

  const stream = await listenTo(service, opened);
  await stream.next();
  await everywhere(
    [...secrets, ...names, email, ...addresses],
    [opened.participationToken, guest.participationToken],
  );

  // LiveKit and the store fail, and say why in words that quote what they were given.
  service.media.meanwhile = () =>
    Promise.reject(new Error(`${secrets.join(' ')} ${email} ${addresses.join(' ')}`));
  await rejoin(guest);
  await moderate(opened, { action: 'mute', target: identity });
  await service.deps.store.bringForward(opened.meeting.id);
  await service.sweep().catch(() => undefined);
  service.media.meanwhile = async () => undefined;

  for (const wish of [
    { action: 'mute-all' },
    { action: 'set-publishing', target: identity, source: 'camera', allowed: false },
    { action: 'set-locked', locked: true },
    { action: 'set-waiting-room', on: true },
    { action: 'lower-hand', target: 'all' },
    { action: 'promote', target: identity },
    { action: 'set-spotlight', target: identity },
    { action: 'set-interpreter', target: identity, on: true },
    { action: 'remove', target: identity },
    { action: 'remove', target: names[0] ?? '' },
  ] as const)
    await moderate(opened, wish);
  await hand('PUT', opened);
  await waiting(opened);
  await service.post('/api/v1/participation/end-meeting', {}, bearer(opened));
  stream.hangUp();

  const metrics = (await service.app.inject({ url: '/metrics', headers: { host: '127.0.0.1:8080' } })).body;
  const log = service.log();
  expect(log).toContain(opened.meeting.reference);
  expect(log).toContain('a request failed');
  expect(metrics).toContain('visio_refusals_total');
  expect(refusals.length).toBeGreaterThan(500);
  expect(service.audited.length).toBeGreaterThan(4);
  const written = { log, metrics, audit: service.audited.join('\n'), refusals: refusals.join('\n') };
  const found = Object.entries(written).flatMap(([where, text]) =>
    [...secrets, ...names, email, ...addresses, opened.meeting.id]
      .filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
      .map((secret) => `${secret} is in the ${where}`),
  );
  expect(found).toEqual([]);
});
