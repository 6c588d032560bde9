import { setTimeout as sleep } from 'node:timers/promises';
import type { Measured } from '../lib/launch.ts';
import { watchMediaServer } from '../lib/media-server.ts';
import { bareMeeting, type Setting } from '../lib/setting.ts';
import { landmarks } from './landmarks.ts';

export type Side = 'app' | 'bare';

/** A person takes a second to find the button; in it both sides make ready. */
const personMs = 1000;
const person = (): Promise<void> => sleep(personMs);

/** Starts one side on its home page and leaves it the time that a person takes. */
export async function atHome(setting: Setting, side: Side, userData: string): Promise<Measured> {
  const running = await (side === 'app'
    ? setting.start('app', { userData, first: landmarks.app.home })
    : setting.start('bare', { userData, first: landmarks.bare.ready, env: bareMeeting(setting) }));
  await person();
  return running;
}

/** Ms from the click at home to the room, and from « Microphone » to the track that the media server has. */
export async function stepByStep(
  setting: Setting,
  side: Side,
  userData: string,
): Promise<{ inRoom: number; published: number }> {
  const running = await atHome(setting, side, userData);
  const witness = await watchMediaServer(setting.livekit);
  const { open, inRoom, microphone } = landmarks[side];
  const connected = witness.connected();
  const openedAt = await running.click(open);
  const inRoomAt = await connected;
  await running.shown(inRoom);
  await person();
  const heard = witness.microphoneHeard();
  const spokenAt = await running.click(microphone);
  const heardAt = await heard;
  await running.close();
  return { inRoom: inRoomAt - openedAt, published: heardAt - spokenAt };
}

/** Ms from the click at home to the microphone at the media server, without a person's delay in between. */
export async function atOnce(setting: Setting, side: Side, userData: string): Promise<number> {
  const running = await atHome(setting, side, userData);
  const witness = await watchMediaServer(setting.livekit);
  const heard = witness.microphoneHeard();
  const clickedAt = await running.click(side === 'app' ? landmarks.app.open : landmarks.bare.both);
  if (side === 'app') await running.clickWhenThere(landmarks.app.microphone);
  const heardAt = await heard;
  await running.close();
  return heardAt - clickedAt;
}
