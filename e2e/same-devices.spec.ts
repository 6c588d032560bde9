import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { card, openEquipment } from './support/page/equipment.ts';
import { expectToHear, speakerAndListener } from './support/page/journey.ts';

// Chromium's ids are known to main once Electron has written its preferences, ten seconds after the first start.
const known = { timeout: 20_000 };

test('@long of two headsets of one model each has its number, and the one that is not muted is not called so', async ({
  launch,
}) => {
  const app = await launch({ microphone: 440 });
  const first = await app.sound.addMicrophone('Casque USB', null);
  await app.sound.addMicrophone('Casque USB', null);
  await first.mute();
  await openEquipment(app);
  const microphone = card(app, 'Microphone');
  const [one, two] = [1, 2].map((rank) => microphone.getByRole('radio', { name: `Casque USB (${rank})` }));
  const muted = microphone.getByText('Votre microphone est coupé');
  const silent = microphone.getByText('Votre microphone ne transmet aucun son.');
  // Which number the muted one has is chance: the numbers follow Chromium's ids.
  const verdict = async (radio: Locator | undefined): Promise<string> => {
    await radio?.check();
    await expect(muted.or(silent).first()).toBeVisible(known);
    return (await muted.isVisible()) ? 'muted' : 'silent';
  };
  await expect(async () => {
    expect([await verdict(one), await verdict(two)].toSorted()).toEqual(['muted', 'silent']);
  }).toPass({ timeout: 40_000 });
});

const menu = (page: Page): Locator => page.getByRole('group', { name: 'Choisir le micro' });
const ticked = (page: Page): Locator =>
  menu(page).getByRole('group', { name: 'Micros' }).getByRole('radio', { checked: true });

test('@long the menu ticks what is read: not the headset that was pulled out and is back, which one click uses again', async ({
  launch,
}) => {
  const { agent, guest } = await speakerAndListener(launch);
  const { page, sound } = agent;
  const beta = await sound.addMicrophone('Beta', 900);
  await page.getByRole('button', { name: 'Choisir le micro' }).click();
  const radio = menu(page).getByRole('radio', { name: 'Beta' });
  await radio.check();
  await expectToHear(guest, 900);

  await beta.unplug();
  await expect(radio).toBeHidden(known);
  await expectToHear(guest, 440);
  await beta.plug();
  await expect(radio).toBeVisible(known);
  await expect(ticked(page)).toHaveAccessibleName('Par défaut du système');
  await radio.check();
  await expectToHear(guest, 900);
  await expect(ticked(page)).toHaveAccessibleName('Beta');

  // Back before anybody asks: neither Chromium nor LiveKit hears that the sound server now reads another.
  await beta.unplug();
  await beta.plug();
  await expectToHear(guest, 440);
  await expect(ticked(page)).toHaveAccessibleName('MicroUSB', known);
  await radio.check();
  await expectToHear(guest, 900);
  await expect(ticked(page)).toHaveAccessibleName('Beta');
});
