import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { SystemFacts } from '../src/shared/devices/system-facts.ts';
import { languages } from '../src/shared/settings/settings.ts';
import { words } from '../src/shared/words/words.ts';
import { expect, test } from './fixtures.ts';
import { checkout } from './support/app/app-program.ts';
import { axeViolations } from './support/page/axe-violations.ts';
import { failToOpen, pretendSystem } from './support/system/other-system.ts';

type Facts = Partial<SystemFacts>;
type Screen = {
  readonly name: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly facts: Facts;
  readonly error?: string;
  /** The microphone opens, and hears nothing. */
  readonly isQuiet?: true;
};
const refusedBy = (by: NonNullable<SystemFacts['refusedBy']>): Facts => ({ access: 'denied', refusedBy: by });

/** Every diagnosis that can be had without taking a device away or asking somebody; those come after them. */
const screens: readonly Screen[] = [
  { name: 'computer', platform: 'win32', facts: refusedBy('computer') },
  { name: 'apps', platform: 'win32', facts: refusedBy('apps') },
  { name: 'desktop-apps', platform: 'win32', facts: refusedBy('desktop-apps') },
  { name: 'this-app', platform: 'win32', facts: refusedBy('this-app') },
  { name: 'app', platform: 'darwin', facts: refusedBy('app') },
  { name: 'sandbox', platform: 'linux', facts: refusedBy('sandbox') },
  { name: 'group', platform: 'linux', facts: refusedBy('group') },
  { name: 'refused', platform: 'linux', facts: { access: 'unknown' }, error: 'NotAllowedError' },
  { name: 'policy', platform: 'win32', facts: refusedBy('policy') },
  { name: 'no-device', platform: 'win32', facts: { access: 'granted' }, error: 'NotFoundError' },
  {
    name: 'held',
    platform: 'win32',
    facts: { access: 'granted', heldBy: ['Zoom', 'Teams'] },
    error: 'NotReadableError',
  },
  { name: 'unknown', platform: 'win32', facts: { access: 'granted', heldBy: [] }, error: 'NotReadableError' },
  {
    name: 'muted',
    platform: 'win32',
    facts: {
      access: 'granted',
      devices: [{ id: null, label: 'MicroUSB', isMuted: true, isDefault: true, isOurs: true }],
    },
    isQuiet: true,
  },
  { name: 'silent', platform: 'win32', facts: { access: 'granted' }, isQuiet: true },
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const language of languages)
    test(`@long the page of every diagnosis can be read, ${language}, ${colorScheme}`, async ({ launch }) => {
      test.setTimeout(240_000);
      const folder = path.join(checkout, 'out/equipment');
      await mkdir(folder, { recursive: true });
      const app = await launch({ colorScheme, microphone: 440 });
      const { page } = app;
      const { devices, shell } = words[language];
      for (const { name, platform, facts, error = null, isQuiet = false } of screens) {
        await pretendSystem(app, { platform, facts: { microphone: facts, camera: facts } });
        if (isQuiet) await app.sound.speak(null);
        await page.reload();
        await page.getByText(language, { exact: true }).first().click();
        await failToOpen(app, 'audio', error);
        await failToOpen(app, 'video', error);
        await page.getByRole('button', { name: devices.title }).first().click();
        const dialog = page.getByRole('dialog', { name: devices.title });
        const kinds = isQuiet ? (['microphone'] as const) : (['microphone', 'camera'] as const);
        for (const kind of kinds) {
          const card = dialog.getByRole('region', { name: shell.home[kind] });
          await expect(card.getByText(devices.toMend), `${name}: ${kind}`).toBeVisible();
        }
        expect(await axeViolations(page), name).toEqual([]);
        await page.screenshot({ path: path.join(folder, `${name}-${language}-${colorScheme}.png`) });
        await page.keyboard.press('Escape');
      }
      await pretendSystem(app, {});
      await app.sound.speak(440);
      await page.reload();
      await page.getByText(language, { exact: true }).first().click();
      await page.getByRole('button', { name: devices.title }).first().click();
      const dialog = page.getByRole('dialog', { name: devices.title });
      const microphone = dialog.getByRole('region', { name: shell.home.microphone });
      await expect(microphone.getByText(devices.works, { exact: true })).toBeVisible();
      await app.sound.unplugMicrophone();
      await expect(microphone.getByText(devices.troubles.microphone.unplugged.title)).toBeVisible();
      expect(await axeViolations(page), 'unplugged').toEqual([]);
      await page.screenshot({ path: path.join(folder, `unplugged-${language}-${colorScheme}.png`) });
      const speaker = dialog.getByRole('region', { name: shell.home.speaker });
      await speaker.getByRole('button', { name: devices.testSound }).click();
      await speaker.getByRole('button', { name: devices.hearNothing }).click();
      await expect(speaker.getByText(devices.troubles.speaker.silent.title)).toBeVisible();
      await speaker.scrollIntoViewIfNeeded();
      expect(await axeViolations(page), 'silent speaker').toEqual([]);
      await page.screenshot({ path: path.join(folder, `silent-speaker-${language}-${colorScheme}.png`) });
    });
