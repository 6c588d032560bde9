import { expect, test } from './fixtures.ts';
import { chooseListening, forApp, invitation, joinAs, openMeeting } from './support/page/journey.ts';

test.use({ serviceEnv: { VISIO_MAX_PARTICIPANTS: '2' } });

test('@long the seat of an application that was killed is free within 45 s', async ({ launch }) => {
  test.setTimeout(180_000);
  const agent = await launch();
  await openMeeting(agent.page);
  await chooseListening(agent.page);
  const link = forApp(await invitation(agent.page));
  const guest = await launch({ link });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await expect(agent.page.getByText('2/2')).toBeVisible();
  const third = await launch({ link });
  const retry = third.page.getByRole('button', { name: /Réessayer/ });
  await expect(retry).toBeVisible();

  process.kill(guest.pid, 'SIGKILL');
  const killed = Date.now();
  const name = third.page.getByLabel('Votre nom');
  await expect(async () => {
    await retry.click({ timeout: 2_000 });
    await expect(name).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  const seconds = (Date.now() - killed) / 1000;
  console.log(`seat free ${seconds.toFixed(1)} s after the kill`);
  expect(seconds).toBeLessThanOrEqual(45);
  await joinAs(third.page, 'Paul Durand');
  await chooseListening(third.page);
  await expect(third.page.getByText('2/2')).toBeVisible();
});
