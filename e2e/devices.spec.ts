import { expect, test } from './fixtures.ts';
import { chooseMicrophone, expectToHear, meetingOfTwo, openMeeting } from './support/page/journey.ts';

test('an agent whose microphone goes away in mid-meeting reads it, and the way back leads to the page that helps', async ({
  launch,
}) => {
  const agent = await launch({ microphone: 440 });
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  await expect(agent.page.getByRole('button', { name: 'Couper le micro' })).toBeVisible();

  // The whole sound card: of a single source, PulseAudio would go on with another, and Chromium would hear of nothing.
  await agent.sound.stop();
  await expect(agent.page.getByText(/personne ne vous entend/)).toBeVisible();
  await expect(agent.page.getByRole('button', { name: 'Activer le micro', exact: true })).toBeVisible();

  await agent.page.getByRole('button', { name: 'Réactiver le micro' }).click();
  const help = agent.page.getByRole('dialog', { name: "J'active mon matériel" });
  await expect(help.getByRole('alert').first()).toBeVisible();
});

test('@long a sound server that went down in mid-meeting and came back is used again, without a restart', async ({
  launch,
}) => {
  const { agent, guest } = await meetingOfTwo(launch);
  await agent.sound.stop();
  await agent.page.getByRole('button', { name: 'Réactiver le micro' }).click();
  const help = agent.page.getByRole('dialog', { name: "J'active mon matériel" });
  await expect(help.getByText("Aucun microphone n'a été trouvé.")).toBeVisible();
  await agent.sound.comeBack(660);
  await expect(help.getByText('Fonctionne', { exact: true })).toBeVisible({ timeout: 30_000 });
  await help.getByRole('button', { name: "J'ai terminé" }).click();
  await agent.page.getByRole('button', { name: 'Activer le micro', exact: true }).click();
  await expectToHear(guest, 660);
  await expectToHear(agent, 880);
});
