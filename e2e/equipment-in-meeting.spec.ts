import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { orange } from './support/media/camera.ts';
import { card, openEquipment } from './support/page/equipment.ts';
import {
  chooseListening,
  chooseMicrophone,
  expectSilence,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  meetingOfTwo,
  openMeeting,
  speakerAndListener,
} from './support/page/journey.ts';
import { sine, wav } from './support/media/tone.ts';

test('@long of three microphones the one that hears is marked, and one click in mid-meeting makes the others hear it; the same for the speakers', async ({
  launch,
}) => {
  const agent = await launch({ microphone: null });
  await agent.sound.addMicrophone('MicroInterne', null);
  await agent.sound.addMicrophone('CasqueUSB', 880);
  await agent.sound.addMicrophone('Webcam', null);
  await openMeeting(agent.page);
  await chooseMicrophone(agent.page);
  const guest = await launch({ microphone: 440, link: forApp(await invitation(agent.page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseMicrophone(guest.page);
  await expectToHear(agent, 440);

  await agent.page.getByRole('button', { name: 'Choisir le micro et les haut-parleurs' }).click();
  await openEquipment(agent);
  const microphone = card(agent, 'Microphone');
  await expect(microphone.getByText("C'est ce micro qui vous entend.")).toBeVisible();
  await microphone.getByRole('button', { name: 'Utiliser ce micro' }).click();
  await expect(microphone.getByRole('radio', { name: 'CasqueUSB' })).toBeChecked();
  await agent.sound.addSpeaker('Bureau');
  await expect(card(agent, 'Haut-parleurs').getByRole('option', { name: 'Bureau' })).toBeAttached();
  await card(agent, 'Haut-parleurs').getByRole('combobox').selectOption({ label: 'Bureau' });
  await agent.page.getByRole('button', { name: "J'ai terminé" }).click();
  await expectToHear(guest, 880);
  await expect
    .poll(async () => Math.abs((await agent.sound.hear('Bureau')).frequency - 440), { timeout: 20_000 })
    .toBeLessThanOrEqual(10);
});

test('@long noise suppression that is turned off in mid-meeting is off for the open microphone, and stays so', async ({
  launch,
}) => {
  const { agent, guest } = await speakerAndListener(launch);
  const { page } = agent;
  await page.evaluate(() => {
    const media = navigator.mediaDevices as MediaDevices & { asked?: unknown };
    const real = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      media.asked = constraints?.audio;
      return real(constraints);
    };
  });
  const asked = (): Promise<unknown> =>
    page.evaluate(() => (navigator.mediaDevices as MediaDevices & { asked?: unknown }).asked);
  await page.getByRole('button', { name: 'Réglages' }).click();
  // DSFR draws its own box over the input: what one clicks is the label.
  await page.locator('label', { hasText: 'Réduire les bruits de fond' }).click();
  await expect.poll(asked).toMatchObject({ noiseSuppression: false, echoCancellation: true });
  await page.keyboard.press('Escape');
  await expectToHear(guest, 440);
});

test('@long « Rejoindre avec la caméra » is remembered, and who only listens shows nothing', async ({
  launch,
}) => {
  const first = await launch({ camera: orange, microphone: 440 });
  await openMeeting(first.page);
  await first.page.getByRole('switch', { name: 'Rejoindre avec la caméra' }).check();
  await expect(first.page.getByLabel('Aperçu de votre caméra')).toBeVisible();
  await chooseMicrophone(first.page);
  await expect(first.page.getByRole('button', { name: 'Couper la caméra' })).toBeVisible();
  await first.close();
  const again = await launch({ camera: orange, microphone: 440, userData: first.userData });
  await openMeeting(again.page);
  await expect(again.page.getByLabel('Aperçu de votre caméra')).toBeVisible();
  await chooseListening(again.page);
  await expect(again.page.getByRole('button', { name: 'Activer la caméra' })).toBeVisible();
});

test('@long a WAV that is played into the microphone is what the other hears', async ({ launch, guard }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-wav-'));
  guard.removeAtEnd(folder);
  const file = path.join(folder, 'tone.wav');
  await writeFile(file, wav(sine(550, 60)));
  const { agent, guest } = await meetingOfTwo(launch);
  await agent.sound.speak(null);
  await expectSilence(guest);
  agent.sound.play(file);
  await expectToHear(guest, 550);
});

test('« Changer de matériel » before joining is what the others hear', async ({ launch }) => {
  const agent = await launch({ microphone: 440 });
  const { page } = agent;
  await openMeeting(page);
  const ask = page.getByRole('dialog', { name: 'Comment désirez-vous rejoindre la réunion ?' });
  await expect(ask.getByRole('meter')).toBeVisible();
  await agent.sound.addMicrophone('CasqueUSB', 880);
  await ask.getByRole('button', { name: 'Changer de matériel' }).click();
  await card(agent, 'Microphone').getByRole('radio', { name: 'CasqueUSB' }).check();
  await page.getByRole('button', { name: "J'ai terminé" }).click();
  await expect(ask.getByText('CasqueUSB')).toBeVisible();
  await chooseMicrophone(page);
  const guest = await launch({ microphone: null, link: forApp(await invitation(page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await expectToHear(guest, 880);
});

test('@long a microphone that does not open leaves the one before in use, for the others too', async ({
  launch,
}) => {
  const { agent, guest } = await speakerAndListener(launch);
  const { page } = agent;
  await agent.sound.addMicrophone('CasqueUSB', 880);
  await page.evaluate(async () => {
    const media = navigator.mediaDevices;
    const real = media.getUserMedia.bind(media);
    const asked = (constraints?: MediaStreamConstraints): string | undefined =>
      ((constraints?.audio as MediaTrackConstraints)?.deviceId as { exact?: string } | undefined)?.exact;
    media.getUserMedia = async (constraints) => {
      const all = await media.enumerateDevices();
      const held = all.find(({ label, kind }) => kind === 'audioinput' && label === 'CasqueUSB');
      if (asked(constraints) === held?.deviceId) throw new DOMException('held', 'NotReadableError');
      return real(constraints);
    };
  });
  await page.getByRole('button', { name: 'Choisir le micro et les haut-parleurs' }).click();
  await page.getByRole('radio', { name: 'CasqueUSB' }).first().click();
  await expect(page.getByText(/le précédent reste actif/)).toBeVisible();
  await expectToHear(guest, 440);
  await agent.sound.speak(660);
  await expectToHear(guest, 660);
});
