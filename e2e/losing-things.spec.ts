import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { endForAll, expectToHear, meetingOfTwo } from './support/page/journey.ts';

/** « … fin au plus tard à 13 h 52 » */
const latestEnd = async (page: Page): Promise<string | undefined> =>
  /fin au plus tard à ([^)]*)\)/.exec(
    (await page
      .getByText(/fin au plus tard/)
      .first()
      .textContent()) ?? '',
  )?.[1];

test('after the media server died and came back, both are back talking, with the same deadline', async ({
  launch,
  stack,
}) => {
  const { agent, guest } = await meetingOfTwo(launch);
  const deadline = await latestEnd(agent.page);
  expect(deadline).toBeTruthy();
  await stack.killLivekit();
  await expect(agent.page.getByText(/Connexion perdue/)).toBeVisible();
  await stack.restartLivekit();
  await expect(agent.page.getByText(/Connexion perdue/)).toBeHidden({ timeout: 40_000 });
  await expect(guest.page.getByText(/Connexion perdue/)).toBeHidden({ timeout: 40_000 });
  await expectToHear(guest, 440);
  await expectToHear(agent, 880);
  expect(await latestEnd(agent.page)).toBe(deadline);
});

test('while the service is away the meeting goes on, and what needs the service says so', async ({
  launch,
  stack,
}) => {
  const { agent, guest } = await meetingOfTwo(launch);
  const deadline = await latestEnd(agent.page);
  await stack.killService();
  await expect(agent.page.getByText(/Le service de réunion n'est pas disponible/)).toBeVisible({
    timeout: 30_000,
  });
  await expectToHear(guest, 440);
  await expectToHear(agent, 880);
  await stack.restartService();
  await expect(agent.page.getByText(/Le service de réunion n'est pas disponible/)).toBeHidden({
    timeout: 30_000,
  });
  expect(await latestEnd(agent.page)).toBe(deadline);

  // The restarted service still knows the meeting and who is its moderator.
  await endForAll(agent.page);
  await expect(guest.page.getByRole('heading', { name: /terminée/ })).toBeVisible();
});
