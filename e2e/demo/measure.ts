import { expect, type Page } from '@playwright/test';
import type { Colour } from '../support/media/camera.ts';
import type { RunningApp } from '../support/app/launch-app.ts';

/** Hz */
export const spokenTone = { agent: 440, guest: 880 } as const;

/** Waits until the other's tone comes out of this app's speaker; says what was measured. */
export async function heardTone({ sound }: RunningApp, hertz: number): Promise<string> {
  let heard = await sound.hear();
  await expect
    .poll(
      async () => {
        heard = await sound.hear();
        return Math.abs(heard.frequency - hertz);
      },
      { timeout: 20_000 },
    )
    .toBeLessThanOrEqual(10);
  return `${hertz} Hz said, ${heard.frequency} Hz heard, level ${heard.level.toFixed(3)}`;
}

/** Waits until one of the videos shown has about this colour; says what was measured. */
export async function expectPicture(page: Page, wanted: Colour): Promise<string> {
  const distance = (found: readonly number[]): number =>
    Math.hypot(...rgb(wanted).map((value, i) => value - (found[i] ?? 999)));
  let nearest: readonly number[] = [];
  await expect
    .poll(
      async () => {
        const colours = await page.locator('video').evaluateAll((videos) =>
          videos.map((video) => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [64, 36];
            const context = canvas.getContext('2d');
            context?.drawImage(video as HTMLVideoElement, 0, 0, 64, 36);
            return [...(context?.getImageData(4, 4, 1, 1).data ?? [])].slice(0, 3);
          }),
        );
        nearest = colours.toSorted((a, b) => distance(a) - distance(b))[0] ?? [];
        return distance(nearest);
      },
      { timeout: 20_000 },
    )
    .toBeLessThan(60);
  return `rgb(${rgb(wanted).join(', ')}) filmed, rgb(${nearest.join(', ')}) seen`;
}

/** BT.601, as Chromium reads a Y4M file. */
function rgb({ y, u, v }: Colour): [number, number, number] {
  const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
  const luma = 1.164 * (y - 16);
  return [
    clamp(luma + 1.596 * (v - 128)),
    clamp(luma - 0.813 * (v - 128) - 0.391 * (u - 128)),
    clamp(luma + 2.018 * (u - 128)),
  ];
}
