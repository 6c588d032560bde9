import { setTimeout as sleep } from 'node:timers/promises';
import type { Measured } from '../lib/launch.ts';
import { watchMediaServer } from '../lib/media-server.ts';
import { proportionalSetSize } from '../lib/memory.ts';
import { interleave } from '../lib/pairs.ts';
import { compared, type Row } from '../lib/row.ts';
import type { Setting } from '../lib/setting.ts';
import { atHome, type Side } from './joining.ts';
import { secondPerson } from './second-person.ts';
import { landmarks } from './landmarks.ts';

/** After so long in the meeting what was only needed for entering it is gone, or stays. */
const settledMs = 6000;

/** What the machine gives to a meeting of two who speak: all processes of one side, the other side the same bare page for both. */
export async function measureMemory(setting: Setting): Promise<Row[]> {
  const other = await atHome(setting, 'bare', await setting.newProfile());
  const profiles = { app: await setting.newProfile(), bare: await setting.newProfile() };
  const sizes = await interleave(setting.pairs, ['bare', 'app'], (side) =>
    meetingOfTwo(setting, side, profiles[side], other),
  );
  await other.close();
  return [
    compared({
      title: 'memory in a meeting of two (PSS)',
      unit: 'MiB',
      budget: 1.2,
      app: sizes.app,
      what: 'the bare page in the same meeting',
      against: sizes.bare,
    }),
  ];
}

/** MiB */
async function meetingOfTwo(
  setting: Setting,
  side: Side,
  userData: string,
  other: Measured,
): Promise<number> {
  const running = await atHome(setting, side, userData);
  const witness = await watchMediaServer(setting.livekit);
  const { open, inRoom, microphone } = landmarks[side];
  await running.click(open);
  await running.shown(inRoom);
  await running.click(microphone);
  await witness.microphoneHeard();
  const token = await secondPerson(setting, side, running, await witness.newRoom());
  await other.evaluate(`joinMeeting(${JSON.stringify(setting.stack.livekitUrl)}, ${JSON.stringify(token)})`);
  await running.shown({ selector: 'audio' });
  await sleep(settledMs);
  const size = await proportionalSetSize(running.pid);
  await running.close();
  return size;
}
