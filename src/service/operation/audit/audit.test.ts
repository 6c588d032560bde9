import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { limits } from '../../../shared/meeting-limits.ts';
import { peopleOf } from '../../testing/moderator.ts';
import { bearer, startTestService } from '../../testing/test-service.ts';
import { createAudit, pseudonyms } from './audit.ts';

const keys = [Buffer.alloc(32, 1)];

test('who opened, locked, promoted, removed and ended is kept, and what only concerns sound is not', async () => {
  const service = await startTestService();
  const { moderate, enter } = peopleOf(service);
  const opened = await service.open();
  const guest = await service.join(opened.meeting.links.participant, 'Marie Gérard');
  for (const one of [opened, guest]) enter(one);
  const { identity } = guest.participant;
  await moderate(opened, { action: 'mute', target: identity });
  await moderate(opened, { action: 'set-locked', locked: true });
  await moderate(opened, { action: 'set-locked', locked: false });
  await moderate(opened, { action: 'promote', target: identity });
  await moderate(guest, { action: 'remove', target: opened.participant.identity });
  // Refused: the opener is no moderator any more.
  await moderate(opened, { action: 'remove', target: identity });
  await service.post('/api/v1/participation/end-meeting', {}, bearer(guest));

  const lines = service.audited.map((line) => JSON.parse(line) as Record<string, string>);
  expect(lines.map(({ event }) => event)).toEqual([
    'opened',
    'locked',
    'unlocked',
    'promoted',
    'removed',
    'ended',
  ]);
  const [first, , , promoted, removed, ended] = lines;
  expect(first).toMatchObject({ time: '2026-11-22T09:00:00.000Z', reference: opened.meeting.reference });
  // The same person under the same pseudonym, whatever they do or is done to them.
  expect(promoted).toMatchObject({ by: first?.['by'] });
  expect(removed).toMatchObject({ by: promoted?.['target'], target: first?.['by'] });
  expect(ended).toMatchObject({ by: promoted?.['target'], reason: 'moderator' });
  const text = service.audited.join('\n');
  for (const named of ['Marie', identity, opened.participant.identity, opened.meeting.id, 'nobody'])
    expect(text).not.toContain(named);
});

test('what is asked for again and changes nothing is kept once', async () => {
  const service = await startTestService();
  const { moderate } = peopleOf(service);
  const opened = await service.open();
  const { identity: target } = (await service.join(opened.meeting.links.participant)).participant;
  for (let n = 0; n < 5; n += 1) {
    await moderate(opened, { action: 'set-locked', locked: true });
    await moderate(opened, { action: 'promote', target });
    await moderate(opened, { action: 'remove', target });
  }
  const events = service.audited.map((line) => (JSON.parse(line) as { event: string }).event);
  expect(events).toEqual(['opened', 'locked', 'promoted', 'removed']);
});

test('a meeting that nobody ended is kept as ended by nobody', async () => {
  const service = await startTestService();
  await service.open();
  service.clock.pass(limits.maxMinutes * 60_000);
  await service.sweep();
  expect(JSON.parse(service.audited.at(-1) ?? '')).toMatchObject({
    event: 'ended',
    by: null,
    reason: 'time',
  });
});

test('an agent has one pseudonym in all their meetings, which another key does not lead to', () => {
  const lines: string[] = [];
  const noting = (codeKeys: readonly Buffer[]) =>
    createAudit({ codeKeys, now: () => 0, write: (line) => void lines.push(line) });
  const opened = { event: 'opened', by: 'person', agent: { id: 'sso/marie' } } as const;
  noting(keys).note('one', opened);
  noting(keys).note('two', opened);
  noting([Buffer.alloc(32, 2)]).note('one', opened);
  const [first, second, third] = lines.map((line) => JSON.parse(line) as Record<string, string>);
  expect(second?.['agent']).toBe(first?.['agent']);
  // People of different meetings cannot be told to be the same.
  expect(second?.['by']).not.toBe(first?.['by']);
  expect(third?.['agent']).not.toBe(first?.['agent']);
});

test('an audit that cannot be written stops nobody', () => {
  const failures: unknown[] = [];
  const audit = createAudit({
    codeKeys: keys,
    now: () => 0,
    write: () => {
      throw new Error('disk full');
    },
    onFailure: (error) => failures.push(error),
  });
  audit.note('one', { event: 'locked', by: 'person' });
  expect(failures).toHaveLength(1);
});

test('an operator who must know finds what the audit calls an account', () => {
  const issuer = 'https://sso.example';
  const given = keys.concat(Buffer.alloc(32, 2));
  const ran = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('find-pseudonym.ts', import.meta.url)), 'marie'],
    {
      env: {
        VISIO_OIDC_ISSUER: issuer,
        VISIO_CODE_KEYS: given.map((key) => key.toString('base64url')).join(),
      },
      encoding: 'utf8',
    },
  );
  expect(ran.stdout.trim().split('\n')).toEqual(
    given.map((key) => pseudonyms([key])(['agent', `${issuer}#marie`])),
  );
});
