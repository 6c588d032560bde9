import { expect, test } from './fixtures.ts';
import {
  chooseMicrophone,
  expectSilence,
  expectToHear,
  openMeeting,
  speakerAndListener,
} from './support/page/journey.ts';

test('whoever speaks with the microphone off reads it, and whoever sends nothing but silence too', async ({
  launch,
}) => {
  const { page, sound } = await launch({ microphone: 440 });
  await openMeeting(page);
  await chooseMicrophone(page);
  await page.getByRole('button', { name: 'Couper le micro' }).click();
  await expect(page.getByText('Vous parlez, mais votre micro est coupé.')).toBeVisible();
  await page.getByRole('button', { name: 'Réactiver le micro' }).click();
  await expect(page.getByRole('button', { name: 'Couper le micro' })).toBeVisible();
  await expect(page.getByText('Vous parlez, mais votre micro est coupé.')).toBeHidden();

  await sound.speak(null);
  const unheard = page.getByText('Votre micro ne transmet aucun son : personne ne vous entend.');
  await expect(unheard).toBeVisible({ timeout: 10_000 });
  // Muted on the headset, on purpose.
  await page.getByRole('button', { name: 'Masquer ce message' }).click();
  await expect(unheard).toBeHidden();
  await sound.speak(440);
  await sound.speak(null);
  await expect(unheard).toBeVisible({ timeout: 10_000 });
  await page.getByRole('button', { name: "J'active mon matériel" }).click();
  const help = page.getByRole('dialog', { name: "J'active mon matériel" });
  await expect(help.getByText('Votre microphone ne transmet aucun son.')).toBeVisible({ timeout: 10_000 });
  await sound.speak(440);
  await expect(help.getByText('Votre microphone ne transmet aucun son.')).toBeHidden();
  await help.getByRole('button', { name: "J'ai terminé" }).click();
  await expect(unheard).toBeHidden();
});

test('@long Space talks while it is held, and twice quickly goes on talking; where a control has the focus it is the control’s', async ({
  launch,
}) => {
  const { agent, guest } = await speakerAndListener(launch);
  const { page } = agent;
  await page.getByRole('button', { name: 'Couper le micro' }).click();
  await expectSilence(guest);
  await page.keyboard.down('Space');
  await expectToHear(guest, 440);
  await page.keyboard.up('Space');
  await expectSilence(guest);

  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await expect(page.getByText('Micro activé. Appuyez de nouveau sur Espace pour le couper.')).toBeVisible();
  await expectToHear(guest, 440);
  // A dialog in between changes nothing of that.
  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.getByRole('button', { name: 'Rester' }).click();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Space');
  await expectSilence(guest);

  await page.getByRole('button', { name: 'Participants', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('list', { name: 'Liste des participants' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Activer le micro', exact: true })).toBeVisible();
});

test('@long a headset that is plugged in during the meeting is offered, and used after a yes, without rejoining', async ({
  launch,
}) => {
  const { agent, guest } = await speakerAndListener(launch);
  const { page } = agent;
  await agent.sound.addMicrophone('CasqueUSB', 880);
  await expect(page.getByText('« CasqueUSB » est branché.')).toBeVisible();
  await expectToHear(guest, 440);
  await page.getByRole('button', { name: "L'utiliser" }).click();
  await expectToHear(guest, 880);
  await expect(page.getByText('« CasqueUSB » est branché.')).toBeHidden();

  // The listener's too: what they hear comes out of the speakers they chose.
  await guest.sound.addSpeaker('Bureau');
  await expect(guest.page.getByText('« Bureau » est branché.')).toBeVisible();
  await guest.page.getByRole('button', { name: "L'utiliser" }).click();
  await expect
    .poll(async () => Math.abs((await guest.sound.hear('Bureau')).frequency - 880), { timeout: 20_000 })
    .toBeLessThanOrEqual(10);
});

test('@long whoever chooses another microphone while theirs is muted is not told what the former one hears', async ({
  launch,
}) => {
  const { page, sound } = await launch({ microphone: 440 });
  await sound.addMicrophone('Beta', null);
  await openMeeting(page);
  await chooseMicrophone(page);
  await page.getByRole('button', { name: 'Couper le micro' }).click();
  const speaksMuted = page.getByText('Vous parlez, mais votre micro est coupé.');
  await expect(speaksMuted).toBeVisible();
  await page.getByRole('button', { name: 'Choisir le micro' }).click();
  await page.getByRole('radio', { name: 'Beta' }).check();
  // The former one still hears its owner, who is told nothing of it any more.
  await expect(speaksMuted).toBeHidden({ timeout: 10_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Activer le micro', exact: true }).click();
  await expect(page.getByText('Votre micro ne transmet aucun son : personne ne vous entend.')).toBeVisible({
    timeout: 10_000,
  });
});
