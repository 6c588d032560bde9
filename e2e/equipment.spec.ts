import { expect, test } from './fixtures.ts';
import { orange } from './support/media/camera.ts';
import { card, openEquipment } from './support/page/equipment.ts';
import { expectToHear, openMeeting } from './support/page/journey.ts';
import { tellMain } from './support/app/main-process.ts';
import { failToOpen, openedSettings, pretendSystem } from './support/system/other-system.ts';

const works = 'Fonctionne';

test('refused by Windows: home says it before the click, the page names the switch and opens it, and sees by itself that it was turned', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440 });
  const refused = { access: 'denied', refusedBy: 'desktop-apps' } as const;
  await pretendSystem(app, { platform: 'win32', opensSettings: false, facts: { microphone: refused } });
  await app.page.reload();
  await expect(app.page.getByText('Accès refusé sur cet ordinateur')).toBeVisible();
  await openEquipment(app);
  const microphone = card(app, 'Microphone');
  await expect(
    microphone.getByText('Windows interdit le microphone aux applications de bureau.'),
  ).toBeVisible();
  await microphone.getByRole('button', { name: 'Ouvrir les réglages du système' }).click();
  const byHand = /^Les réglages du système ne se sont pas ouverts\. .*«\sMicrophone\s»\.$/;
  await expect(microphone.getByRole('status').filter({ hasText: byHand })).toBeVisible();
  await app.page.getByRole('button', { name: /^Ouvrir les réglages\s: Caméra$/ }).click();
  await expect(app.page.getByRole('status').filter({ hasText: /«\sCaméra\s»\.$/ })).toBeVisible();
  await pretendSystem(app, { platform: 'win32', facts: { microphone: refused } });
  await microphone.getByRole('button', { name: 'Ouvrir les réglages du système' }).click();
  await expect.poll(() => openedSettings(app)).toEqual(['microphone']);
  await expect(microphone.getByRole('status').filter({ hasText: byHand })).toBeHidden();
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

test('a window that nobody sees keeps no microphone open, and opens it again when it is back', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440 });
  await openEquipment(app);
  await expect(card(app, 'Microphone').getByText(works, { exact: true })).toBeVisible();
  expect(await app.sound.readers()).toBeGreaterThan(0);
  await tellMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide(), null);
  await expect.poll(() => app.sound.readers()).toBe(0);
  await tellMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show(), null);
  await expect(card(app, 'Microphone').getByText(works, { exact: true })).toBeVisible();
});

test('trouble with the microphone opens no camera unasked, and its minute counts over every attempt', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440, camera: orange });
  await pretendSystem(app, { facts: { microphone: { heldBy: ['Zoom'] } } });
  await failToOpen(app, 'audio', 'NotReadableError');
  await app.page.clock.install();
  await openMeeting(app.page);
  const ask = app.page.getByRole('dialog', { name: 'Comment désirez-vous rejoindre la réunion' });
  await ask.getByRole('button', { name: "J'active mon matériel" }).click();
  const camera = card(app, 'Caméra');
  await expect(camera.getByRole('button', { name: 'Essayer ma caméra' })).toBeVisible();
  await expect(camera.getByRole('combobox')).toBeVisible();
  await expect(camera.getByLabel('Aperçu de votre caméra')).toHaveCount(0);
  const microphone = card(app, 'Microphone');
  await app.page.clock.fastForward(40_000);
  const retry = microphone.getByRole('button', { name: 'Réessayer' });
  await retry.click();
  await expect(retry).toBeFocused();
  await app.page.clock.fastForward(21_000);
  await expect(microphone.getByText('Toujours sans solution')).toBeVisible();
  await camera.getByRole('button', { name: 'Essayer ma caméra' }).click();
  await expect(camera.getByLabel('Aperçu de votre caméra')).toBeVisible();
});
