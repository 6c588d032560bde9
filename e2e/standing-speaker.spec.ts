import { expect, test } from './fixtures.ts';
import { card, openEquipment } from './support/page/equipment.ts';
import {
  chooseListening,
  chooseMicrophone,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/page/journey.ts';

const unheard = 'Votre micro ne transmet aucun son : personne ne vous entend.';
const speakingMuted = 'Vous parlez, mais votre micro est coupé.';

test('@long with a speaker that stands still, whoever speaks and is heard is not told that nobody hears them', async ({
  launch,
}) => {
  const agent = await launch({ microphone: 440 });
  const { page, sound } = agent;
  await sound.suspendSpeaker();
  await openMeeting(page);
  const meter = page.getByRole('dialog').getByRole('meter', { name: 'Niveau du microphone' });
  await expect(meter).toHaveAttribute('aria-valuetext', 'bon');
  await chooseMicrophone(page);
  const guest = await launch({ microphone: null, link: forApp(await invitation(page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await expectToHear(guest, 440);
  // By now the microphone has been on for longer than the alarm takes.
  await expect(page.getByText(unheard)).toBeHidden();

  // What is measured is the microphone: it is told of with the speaker as it is.
  await sound.speak(null);
  await expect(page.getByText(unheard)).toBeVisible({ timeout: 10_000 });
  await sound.speak(440);
  await expect(page.getByText(unheard)).toBeHidden();
  await page.getByRole('button', { name: 'Couper le micro' }).click();
  await expect(page.getByText(speakingMuted)).toBeVisible();
});

test('@long with a default speaker that stands still, one’s recorded voice is played on the one that works', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440 });
  await app.sound.addSpeaker('Bureau');
  await app.sound.suspendSpeaker();
  await openEquipment(app);
  await expect(card(app, 'Microphone').getByText('Fonctionne', { exact: true })).toBeVisible();
  await expect(app.page.getByText("C'est ce micro qui vous entend")).toBeVisible();
  await app.page.getByLabel('Haut-parleurs utilisés').selectOption('Bureau');
  await app.page.getByRole('button', { name: /M'enregistrer/ }).click();
  await expect
    .poll(async () => Math.abs((await app.sound.hear('Bureau')).frequency - 440), { timeout: 20_000 })
    .toBeLessThanOrEqual(10);
  await expect(app.page.getByText('Écoutez')).toBeHidden({ timeout: 10_000 });
});
