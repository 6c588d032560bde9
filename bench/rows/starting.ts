import type { Setting } from '../lib/setting.ts';
import { landmarks } from './landmarks.ts';

type Start = {
  readonly side: 'app' | 'bare' | 'link';
  readonly userData: string;
  /** For the side `link`. */
  readonly link: string;
};

/** Ms from the start of the program to its window, and to what the user came for. */
export async function startTimes(
  setting: Setting,
  { side, userData, link }: Start,
): Promise<{ window: number; usable: number }> {
  const first = { app: landmarks.app.home, bare: landmarks.bare.home, link: landmarks.app.joinPage }[side];
  const running = await setting.start(side === 'bare' ? 'bare' : 'app', {
    userData,
    first,
    ...(side === 'link' ? { link } : {}),
  });
  const { startedAt, firstShownAt } = running;
  const windowAt = setting.windows.firstAfter(startedAt);
  await running.close();
  if (windowAt === null) throw new Error('no window appeared');
  return { window: windowAt - startedAt, usable: firstShownAt - startedAt };
}
