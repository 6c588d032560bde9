import { expect, test } from './fixtures.ts';
import {
  chooseListening,
  chooseMicrophone,
  expectSilence,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/page/journey.ts';
import { tellMain } from './support/app/main-process.ts';

test('a refused microphone leads to the page that helps, and once allowed one click is enough', async ({
  launch,
}) => {
  const agent = await launch({ microphone: 440 });
  // The system's own refusal cannot be had on Linux: the page's permission is refused where Electron asks for it.
  await tellMain(agent.electron, ({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    session.defaultSession.setPermissionCheckHandler(() => false);
  });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const help = agent.page.getByRole('dialog', { name: "J'active mon matériel" });
  await expect(help).toBeVisible();
  await expect(help.getByText(/refusé/).first()).toBeVisible();

  await tellMain(agent.electron, ({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(true));
    session.defaultSession.setPermissionCheckHandler(() => true);
  });
  await help.getByRole('button', { name: 'Réessayer' }).first().click();
  await help.getByRole('button', { name: "J'ai terminé" }).click();
  await agent.page.getByRole('button', { name: 'Activer le micro' }).click();
  await expect(agent.page.getByRole('button', { name: 'Couper le micro' })).toBeVisible();

  const guest = await launch({ microphone: null, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await expectToHear(guest, 440);
});

test('without a microphone one listens; plugged in later, one click publishes it and the sound is never cut', async ({
  launch,
}) => {
  const agent = await launch({ microphone: 440 });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const guest = await launch({ microphone: null, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseMicrophone(guest.page);
  const help = guest.page.getByRole('dialog', { name: "J'active mon matériel" });
  await expect(help.getByText(/Aucun micro/).first()).toBeVisible();
  await expectToHear(guest, 440);

  await guest.sound.plugMicrophone();
  await guest.sound.speak(880);
  await help.getByRole('button', { name: "J'ai terminé" }).click();
  await guest.page.getByRole('button', { name: 'Activer le micro' }).click();
  await expectToHear(agent, 880);
  await expectToHear(guest, 440);

  await guest.page.getByRole('button', { name: 'Couper le micro' }).click();
  await expectSilence(agent);
  await expectToHear(guest, 440);
});
