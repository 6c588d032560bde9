import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { appScheme } from '../../shared/invitation-link.ts';
import { bearer, codeOf, startTestService } from '../testing/test-service.ts';
import { landingPage, preferredLanguage } from './landing-page.ts';

const host = { host: '127.0.0.1:8080' };

test('the page of a link opens the same link in the app', async () => {
  const { app, open } = await startTestService();
  const { participant } = (await open()).meeting.links;
  const page = await app.inject({ url: `/r/${codeOf(participant)}`, headers: host });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<a class="open" href="' + participant.replace('http:', `${appScheme}:`) + '"');
  expect(page.body).toContain('Ouvrir dans l&#39;application');
  // There is no web client yet to continue in.
  expect(page.body).not.toContain('navigateur');
});

test('looking changes nothing: a mail scanner takes no seat and asks LiveKit nothing', async () => {
  const { app, open, media, seats } = await startTestService();
  const opened = await open();
  const calls = media.calls.length;
  for (const method of ['GET', 'HEAD'] as const) {
    await app.inject({ method, url: `/r/${codeOf(opened.meeting.links.moderator ?? '')}`, headers: host });
  }
  expect(media.calls).toHaveLength(calls);
  expect(await seats(opened)).toBe(1);
});

test('a dead link says so, the same for an ended meeting and for one that never was', async () => {
  const { app, open, post } = await startTestService();
  const opened = await open();
  await post('/api/v1/participation/end-meeting', {}, bearer(opened));
  const code = codeOf(opened.meeting.links.participant);
  const ended = await app.inject({ url: `/r/${code}`, headers: host });
  const never = await app.inject({ url: `/r/${'A'.repeat(30)}`, headers: host });
  const long = await app.inject({ url: `/r/${'A'.repeat(5000)}`, headers: host });
  expect(ended.statusCode).toBe(404);
  expect(ended.body).toContain('Cette réunion est terminée ou n&#39;existe pas.');
  expect(ended.body).toContain('Demandez un nouveau lien à la personne qui vous a invité.');
  expect([never.body, long.body]).toEqual([ended.body, ended.body]);
  expect(ended.body).not.toContain(code);
});

test('the page runs nothing, loads nothing, is not found by search engines and tells nobody where one came from', async () => {
  const { app, open } = await startTestService();
  const code = codeOf((await open()).meeting.links.participant);
  const { headers, body } = await app.inject({ url: `/r/${code}`, headers: host });
  expect(body).not.toMatch(/<script|<img|<link|<form|\son\w+=|style="/);
  expect(headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' });
  const style = /<style>([^]*)<\/style>/.exec(body)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
});

test("the operator's names are text, whatever they contain", () => {
  const page = landingPage({ kind: 'dead' }, 'fr', { organisation: '<script>"&', service: "l'été" });
  expect(page).toContain('&#60;script&#62;&#34;&#38;');
  expect(page).not.toContain('<script');
});

test.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['de', 'fr'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['EN', 'en'],
  ['fr;q=0.1, en;q=0.5', 'en'],
  ['en;q=0', 'fr'],
  [`${'en;q=,'.repeat(500)}x`, 'fr'],
])('a browser that accepts %j reads the page in %s', (accepted, language) => {
  expect(preferredLanguage(accepted)).toBe(language);
});
