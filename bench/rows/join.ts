import { interleave } from '../lib/pairs.ts';
import { compared, type Row } from '../lib/row.ts';
import type { Setting } from '../lib/setting.ts';
import { atOnce, stepByStep, type Side } from './joining.ts';

/** From home into a meeting and to being heard; each time in a program that was just started. */
export async function measureJoin(setting: Setting): Promise<Row[]> {
  const profiles = { app: await setting.newProfile(), bare: await setting.newProfile() };
  const steps = (side: Side) => stepByStep(setting, side, profiles[side]);
  const whole = (side: Side) => atOnce(setting, side, profiles[side]);
  for (const side of ['app', 'bare'] as const) await whole(side);
  const step = await interleave(setting.pairs, ['bare', 'app'], steps);
  const path = await interleave(setting.pairs, ['bare', 'app'], whole);
  return [
    compared({
      title: 'click → in the room, listening',
      unit: 'ms',
      budget: 1.25,
      app: step.app.map(({ inRoom }) => inRoom),
      what: 'createRoom and connect in a bare page',
      against: step.bare.map(({ inRoom }) => inRoom),
    }),
    compared({
      title: '« Microphone » → published',
      unit: 'ms',
      budget: 1.2,
      app: step.app.map(({ published }) => published),
      what: 'setMicrophoneEnabled in a bare page',
      against: step.bare.map(({ published }) => published),
    }),
    compared({
      title: 'home click → heard by the server',
      unit: 'ms',
      budget: 1.3,
      app: path.app,
      what: 'the bare page doing the same',
      against: path.bare,
    }),
  ];
}
