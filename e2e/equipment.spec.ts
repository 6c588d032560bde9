import { expect, test } from './fixtures.ts';
import { orange } from './support/camera.ts';
import {
  chooseListening,
  chooseMicrophone,
  expectToHear,
  forApp,
  invitation,
  joinAs,
  openMeeting,
} from './support/journey.ts';
import type { RunningApp } from './support/launch-app.ts';
import { failToOpen, openedSettings, pretendSystem } from './support/other-system.ts';

const openEquipment = ({ page }: RunningApp): Promise<void> =>
  page.getByRole('button', { name: "J'active mon matériel" }).first().click();
const card = ({ page }: RunningApp, name: 'Microphone' | 'Caméra' | 'Haut-parleurs') =>
  page.getByRole('dialog', { name: "J'active mon matériel" }).getByRole('region', { name });
const works = 'Fonctionne';

test('refused by Windows: home says it before the click, the page names the switch and opens it, and sees by itself that it was turned', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440 });
  const refused = { access: 'denied', refusedBy: 'desktop-apps' } as const;
  await pretendSystem(app, { platform: 'win32', facts: { microphone: refused } });
  await app.page.reload();
  await expect(app.page.getByText('Accès refusé sur cet ordinateur')).toBeVisible();
  await openEquipment(app);
  const microphone = card(app, 'Microphone');
  await expect(
    microphone.getByText('Windows interdit le microphone aux applications de bureau.'),
  ).toBeVisible();
  await microphone.getByRole('button', { name: 'Ouvrir les réglages du système' }).click();
  await expect.poll(() => openedSettings(app)).toEqual(['microphone']);
  await pretendSystem(app, { platform: 'win32', facts: { microphone: { access: 'granted' } } });
  await expect(microphone.getByText(works, { exact: true })).toBeVisible();
});

test.describe('with a telephone and a help desk', () => {
  test.use({
    serviceEnv: { VISIO_HELP_DESK_NAME: 'Assistance de Lyon', VISIO_HELP_DESK_PHONE: '04 00 00 00 00' },
  });
  test('what a policy refuses has no button that would not help, but who can help', async ({ launch }) => {
    const app = await launch({ microphone: 440 });
    await pretendSystem(app, {
      platform: 'win32',
      facts: { microphone: { access: 'denied', refusedBy: 'policy' } },
    });
    await app.page.reload();
    await expect(app.page.getByText('Désactivé par votre administration')).toBeVisible();
    await openEquipment(app);
    const microphone = card(app, 'Microphone');
    await expect(
      microphone.getByText('Votre administration a désactivé le microphone sur cet ordinateur.'),
    ).toBeVisible();
    await expect(microphone.getByText(/Assistance de Lyon, 04 00 00 00 00/)).toBeVisible();
    await expect(microphone.getByRole('button', { name: 'Réessayer' })).toHaveCount(0);
  });
});

test('@long held by another program: it is named, and one click is enough once it is closed', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440 });
  await pretendSystem(app, { facts: { microphone: { heldBy: ['Zoom'] } } });
  await failToOpen(app, 'audio', 'NotReadableError');
  await openEquipment(app);
  const microphone = card(app, 'Microphone');
  await expect(
    microphone.getByText('Votre microphone est utilisé par un autre logiciel : Zoom.'),
  ).toBeVisible();
  await failToOpen(app, 'audio', null);
  await microphone.getByRole('button', { name: 'Réessayer' }).click();
  await expect(microphone.getByText(works, { exact: true })).toBeVisible();
});

test('no microphone: plugged in, it works without a click', async ({ launch }) => {
  const app = await launch({ microphone: null });
  await openEquipment(app);
  const microphone = card(app, 'Microphone');
  await expect(microphone.getByText("Aucun microphone n'a été trouvé.")).toBeVisible();
  await app.sound.plugMicrophone();
  await app.sound.speak(440);
  await expect(microphone.getByText(works, { exact: true })).toBeVisible();
});

test('muted by the system: the real sound server says it, and says when it is not any more', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440 });
  await app.sound.muteMicrophone(true);
  await openEquipment(app);
  const microphone = card(app, 'Microphone');
  await expect(microphone.getByText('Votre microphone est coupé en dehors de Visio-Agents.')).toBeVisible();
  await app.sound.muteMicrophone(false);
  await expect(microphone.getByText(works, { exact: true })).toBeVisible();
});

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

test('@long what was recorded for five seconds is heard, and so is the test sound', async ({ launch }) => {
  const app = await launch({ microphone: 440 });
  await openEquipment(app);
  await card(app, 'Microphone')
    .getByRole('button', { name: /M'enregistrer/ })
    .click();
  await expect(card(app, 'Microphone').getByText(/c'est ainsi que les autres/)).toBeVisible({
    timeout: 10_000,
  });
  await expectToHear(app, 440);
  const speakers = card(app, 'Haut-parleurs');
  await expect(card(app, 'Microphone').getByText(/c'est ainsi que les autres/)).toBeHidden({
    timeout: 10_000,
  });
  await speakers.getByRole('button', { name: 'Tester le son' }).click();
  await speakers.getByRole('button', { name: "Je n'entends rien" }).click();
  await expect(speakers.getByText("Vous n'entendez pas le son.")).toBeVisible();
  await speakers.getByRole('button', { name: 'Réessayer' }).click();
  await speakers.getByRole('button', { name: "J'entends le son" }).click();
  await expect(speakers.getByText(works, { exact: true })).toBeVisible();
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

test('@long noise suppression that is turned off in mid-meeting is off for the open microphone, and stays so', async ({
  launch,
}) => {
  const agent = await launch({ microphone: 440 });
  const { page } = agent;
  await openMeeting(page);
  await chooseMicrophone(page);
  const guest = await launch({ microphone: null, link: forApp(await invitation(page)) });
  await joinAs(guest.page, 'Marie Gérard');
  await chooseListening(guest.page);
  await expectToHear(guest, 440);
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
