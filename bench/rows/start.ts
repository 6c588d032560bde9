import { interleave } from '../lib/pairs.ts';
import { now } from '../lib/launch.ts';
import { alone, compared, type Row } from '../lib/row.ts';
import type { Setting } from '../lib/setting.ts';
import { invitation } from './invitation.ts';
import { landmarks } from './landmarks.ts';
import { startTimes } from './starting.ts';

/** From the start of the program to a page that can be used: home, and the page that a link opens. */
export async function measureStart(setting: Setting): Promise<Row[]> {
  const link = await invitation(setting);
  const [app, bare] = [await setting.newProfile(), await setting.newProfile()];
  const play = async (side: 'app' | 'bare' | 'link') => {
    const userData = side === 'bare' ? bare : app;
    return startTimes(setting, { side, userData, link });
  };
  // A profile as users have it: it was used before, and Chromium keeps compiled scripts only of what comes again.
  for (const side of ['app', 'bare', 'app', 'bare'] as const) await play(side);
  const times = await interleave(setting.pairs, ['bare', 'app', 'link'], play);
  const usable = times.app.map(({ usable: time }) => time);
  return [
    compared({
      title: 'start → window shown',
      unit: 'ms',
      budget: null,
      app: times.app.map(({ window }) => window),
      what: 'bare page with a heading',
      against: times.bare.map(({ window }) => window),
    }),
    compared({
      title: 'start → home usable',
      unit: 'ms',
      budget: 1.3,
      app: usable,
      what: 'bare page with a heading',
      against: times.bare.map(({ usable: time }) => time),
    }),
    compared({
      title: 'deep link, cold → join page',
      unit: 'ms',
      budget: 1.1,
      app: times.link.map(({ usable: time }) => time),
      what: 'start → home',
      against: usable,
    }),
    alone('deep link, warm → join page', 'ms', await warmLinks(setting, app, link)),
  ];
}

/** The very first start of a user: nothing is there yet. */
export async function measureFirstStart(setting: Setting): Promise<Row[]> {
  const times = await interleave(setting.pairs, ['bare', 'app'], async (side) =>
    startTimes(setting, { side, userData: await setting.newProfile(), link: '' }),
  );
  return [
    compared({
      title: 'first start ever → home usable',
      unit: 'ms',
      budget: 1.3,
      app: times.app.map(({ usable }) => usable),
      what: 'bare page with a heading',
      against: times.bare.map(({ usable }) => usable),
    }),
  ];
}

async function warmLinks(setting: Setting, userData: string, link: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < setting.pairs; round += 1) {
    const running = await setting.start('app', { userData, first: landmarks.app.home });
    const startedAt = now();
    // As the desktop opens a link: the program once more, which hands it over and ends.
    const second = setting.handOver(userData, link);
    times.push((await running.shown(landmarks.app.joinPage)) - startedAt);
    await running.close();
    await second;
  }
  return times;
}
