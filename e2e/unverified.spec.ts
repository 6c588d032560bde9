import type { Page } from '@playwright/test';
import { meetingCalls } from '../scripts/probe/meeting-calls.ts';
import { enterWithMedia } from '../scripts/probe/media-person.ts';
import { parseInvitationLink } from '../src/shared/invitation-link.ts';
import { expect, test } from './fixtures.ts';
import { chooseListening, forApp, joinAs } from './support/page/journey.ts';

// The service has sign-in; nobody signs in in the app, which joins as a guest.
test.use({
  serviceEnv: async ({ provider }, provide) => provide((serviceUrl) => provider.environment(serviceUrl)),
});

const tile = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Vidéos des participants' }).getByRole('listitem').filter({ hasText: name });
const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Liste des participants' }).getByRole('listitem').filter({ hasText: name });

test('whoever is called like an agent whom the service has verified is marked, until the end', async ({
  launch,
  stack,
  provider,
}) => {
  const call = meetingCalls(stack.serviceUrl);
  const opened = await call('openMeeting', {}, await provider.issueToken('marie'));
  const link = opened.meeting.links.participant;
  const join = async (displayName: string) => {
    const code = parseInvitationLink(forApp(link));
    if (!code.ok) throw new Error(code.error);
    const admission = await call('join', { code: code.value.code, displayName });
    if ('waiting' in admission) throw new Error('nobody waits here');
    return enterWithMedia(admission);
  };

  const { page } = await launch({ link: forApp(link) });
  await joinAs(page, 'Paul ✓');
  await expect(page.getByText('Ce nom contient une coche, ou une mention')).toBeVisible();
  await joinAs(page, 'Paul');
  await chooseListening(page);
  await page.getByRole('button', { name: 'Participants', exact: true }).click();
  const impostor = await join('Mme marie gerard - DSI');
  await expect(row(page, 'marie gerard')).toBeVisible();
  await expect(page.getByText('non vérifié')).toHaveCount(0);

  const agent = await enterWithMedia(opened);
  await expect(row(page, 'Marie Gérard').getByRole('img', { name: 'Agent vérifié' })).toBeVisible();
  await expect(tile(page, 'marie gerard').getByText('non vérifié', { exact: true })).toBeVisible();
  await expect(row(page, 'marie gerard').getByText('non vérifié', { exact: true })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'non vérifié' })).toHaveCount(2);

  await agent.leave();
  await expect(row(page, 'Marie Gérard')).toHaveCount(1);
  await expect(row(page, 'marie gerard').getByText('non vérifié', { exact: true })).toBeVisible();
  await impostor.leave();
  await expect(
    page.getByText('Mme marie gerard - DSI a quitté la réunion. non vérifié', { exact: true }),
  ).toBeVisible();
});
