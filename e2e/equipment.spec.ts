import { expect, test } from './fixtures.ts';
import { card, openEquipment } from './support/equipment.ts';
import { expectToHear } from './support/journey.ts';
import { failToOpen, openedSettings, pretendSystem } from './support/other-system.ts';

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
