import type { Page } from '@playwright/test';
import type { Shown } from './compare-samples.ts';
import type { Source } from './plan.ts';

export type ShownNow = {
  readonly shown: Readonly<Record<Source, Shown>>;
  readonly isConnected: boolean;
};

/** What the buttons and the own tile say; null if the page does not answer. */
export async function readShown(page: Page): Promise<ShownNow | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, 1000, null));
  return Promise.race([page.evaluate(readPage).catch(() => null), late]);
}

/** In the page. */
function readPage(): ShownNow | null {
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const tile = [...document.querySelectorAll('.tile')].find((each) => each.textContent?.includes('(vous)'));
  if (!tile || !has('.control-bar')) return null;
  const isConnected = !document.body.textContent?.includes('Connexion perdue');
  const shown = (button: boolean, own: boolean): Shown =>
    button === own ? (button ? 'on' : 'off') : 'mixed';
  return {
    shown: {
      microphone: shown(
        has('[aria-label="Couper le micro"]'),
        tile.querySelector('[aria-label="micro coupé"]') === null,
      ),
      camera: shown(has('[aria-label="Couper la caméra"]'), tile.querySelector('video') !== null),
    },
    isConnected,
  };
}

const names = {
  microphone: { on: 'Activer le micro', off: 'Couper le micro' },
  camera: { on: 'Activer la caméra', off: 'Couper la caméra' },
} as const;

/** Clicks the button of the bar, whatever it says now. */
export async function clickButton(page: Page, source: Source): Promise<void> {
  const either = names[source];
  await page
    .locator(`.control-bar [aria-label="${either.on}"], .control-bar [aria-label="${either.off}"]`)
    .first()
    .click({ timeout: 5000 });
}
