import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';

type Step = {
  readonly number: number;
  readonly name: string;
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly measured?: string;
  readonly error?: string;
};
export type Recorder = {
  readonly steps: readonly Step[];
  /** Plays one step; what it returns is a measurement for the table. The first that fails ends the play by throwing. */
  step(name: string, play: () => Promise<string | undefined | void>): Promise<void>;
  /** `NN-name.png` */
  picture(page: Page, name: string): Promise<void>;
  /** `steps.json`, and the table as text. */
  finish(): Promise<string>;
};

export async function createRecorder(folder: string): Promise<Recorder> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const steps: Step[] = [];
  let pictures = 0;
  return {
    steps,
    async step(name, play) {
      const started = performance.now();
      const base = (): Pick<Step, 'number' | 'name' | 'milliseconds'> => ({
        number: steps.length + 1,
        name,
        milliseconds: Math.round(performance.now() - started),
      });
      try {
        const measured = await play();
        steps.push({ ...base(), passed: true, ...(measured ? { measured } : {}) });
      } catch (error) {
        steps.push({
          ...base(),
          passed: false,
          error: error instanceof Error ? error.message : String(error),
        });
        throw error;
      }
    },
    async picture(page, name) {
      pictures += 1;
      const file = `${String(pictures).padStart(2, '0')}-${name}.png`;
      // Motion is over in 200 ms (screens); a picture in the middle of it shows nothing that anybody sees.
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      );
      await page.screenshot({ path: path.join(folder, file) });
    },
    async finish() {
      await writeFile(path.join(folder, 'steps.json'), `${JSON.stringify(steps, null, 2)}\n`);
      return steps.map(row).join('\n');
    },
  };
}

const row = ({ number, name, passed, milliseconds, measured, error }: Step): string =>
  [
    String(number).padStart(3),
    passed ? '✓' : '✗',
    `${milliseconds} ms`.padStart(9),
    name,
    measured ? `(${measured})` : '',
    error ? `\n${error}` : '',
  ].join(' ');
