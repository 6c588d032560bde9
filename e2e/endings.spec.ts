import { expect, test } from './fixtures.ts';
import {
  chooseListening,
  endForAll,
  forApp,
  invitation,
  joinAs,
  leave,
  openMeeting,
} from './support/page/journey.ts';

const dead = "Cette réunion est terminée ou n'existe pas.";

test('ended for all, the meeting is over for everybody and both links are dead', async ({ launch }) => {
  const agent = await launch();
  await openMeeting(agent.page);
  await chooseListening(agent.page);
  const links = [await invitation(agent.page, 'Modérateur'), await invitation(agent.page, 'Participant')];
  const guest = await launch({ link: forApp(links[1] ?? '') });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await endForAll(agent.page);
  await expect(guest.page.getByRole('heading', { name: /terminée/ })).toBeVisible();
  for (const link of links) {
    const late = await launch({ link: forApp(link) });
    await expect(late.page.getByText(dead)).toBeVisible();
    await expect(
      late.page.getByText('Demandez un nouveau lien à la personne qui vous a invité.'),
    ).toBeVisible();
    await late.close();
  }
});

test('the last one to leave reads what happens to the links, and can come back', async ({ launch }) => {
  const { page } = await launch();
  await openMeeting(page);
  await chooseListening(page);
  // Nobody is told that they are the last before it is known who is there.
  await expect(page.getByText("Il n'y a que vous dans la réunion.")).toBeVisible();
  await leave(page);
  await expect(page.getByText('Les liens cesseront de fonctionner dans 10 minutes.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Revenir dans la réunion en cours' }).click();
  await expect(page.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
});

test.describe('with two seats', () => {
  test.use({ serviceEnv: { VISIO_MAX_PARTICIPANTS: '2' } });

  test('the third reads that the meeting is full, and gets in as soon as one leaves', async ({ launch }) => {
    const agent = await launch();
    await openMeeting(agent.page);
    await chooseListening(agent.page);
    const link = forApp(await invitation(agent.page));
    const guest = await launch({ link });
    await joinAs(guest.page, 'Marie Gérard');
    await chooseListening(guest.page);
    const third = await launch({ link });
    await expect(
      third.page.getByText('La réunion est complète (2 participants). Réessayez dans quelques minutes.'),
    ).toBeVisible();
    await leave(guest.page);
    await third.page.getByRole('button', { name: /Réessayer/ }).click();
    await joinAs(third.page, 'Paul Durand');
    await chooseListening(third.page);
    await expect(third.page.getByText('2/2')).toBeVisible();
  });
});

test.describe('with a limit of half a minute', () => {
  test.use({ serviceEnv: { VISIO_MAX_MINUTES: '0.5' } });

  test('@long the meeting ends when its time is over, and says so', async ({ launch }) => {
    const { page } = await launch();
    await openMeeting(page);
    await chooseListening(page);
    await expect(page.getByRole('heading', { name: /terminée|durée/ })).toBeVisible({ timeout: 60_000 });
  });

  test('@long whoever is in leaves at the end, also when no service is there to say so', async ({
    launch,
    stack,
  }) => {
    const { page } = await launch();
    await openMeeting(page);
    await chooseListening(page);
    await expect(page.getByText('1/100')).toBeVisible();
    await stack.killService();
    await expect(page.getByText('durée maximale')).toBeVisible({ timeout: 60_000 });
  });
});
