import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGuard, type Guard } from '../../scripts/supervision/guard.ts';
import { run } from '../../scripts/supervision/run.ts';
import { thisLinux } from '../../src/main/devices/linux/linux-system.ts';
import { lookOnLinux } from '../../src/main/devices/linux/look-on-linux.ts';
import { runTool } from '../../src/main/devices/linux/run-tool.ts';
import type { DeviceKind, SystemFacts } from '../../src/shared/devices/system-facts.ts';
import { startSoundCard, type SoundCard } from './sound-card.ts';

// What the app reads of the sound server that its tests run with: a real PulseAudio.

let guard: Guard;
let sound: SoundCard;
beforeAll(async () => {
  guard = openGuard();
  sound = await startSoundCard(guard);
});
afterAll(() => guard.close());

const look = (kind: DeviceKind): Promise<SystemFacts> => {
  const env = { ...process.env, ...sound.env };
  const system = { ...thisLinux(1_000), env, run: runTool(env, 5_000) };
  return lookOnLinux(kind, system, AbortSignal.timeout(10_000));
};
const control = async (...args: string[]): Promise<void> => {
  const { code, stderr } = await run(guard, 'pactl', args, { env: { ...process.env, ...sound.env } });
  if (code !== 0) throw new Error(`pactl ${args.join(' ')}: ${stderr}`);
};

test('a microphone that is muted, unplugged and plugged in again', async () => {
  expect(await look('microphone')).toMatchObject({ soundServer: 'pulseaudio', present: 1, muted: [] });
  await control('set-source-mute', 'micro', '1');
  expect(await look('microphone')).toMatchObject({ muted: ['MicroUSB', 'Default'] });
  await control('set-source-mute', 'micro', '0');
  await control('set-source-volume', 'micro', '0');
  expect(await look('microphone')).toMatchObject({ muted: ['MicroUSB', 'Default'] });
  await control('set-source-volume', 'micro', '100%');
  await sound.unplugMicrophone();
  expect(await look('microphone')).toMatchObject({ present: 0, muted: [] });
  await sound.plugMicrophone();
  expect(await look('microphone')).toMatchObject({ present: 1, muted: [] });
});

test('speakers with an accent in their name, of which one is muted and not the default', async () => {
  const properties = String.raw`sink_properties=device.description="Haut-parleurs\ intégrés"`;
  await control('load-module', 'module-null-sink', 'sink_name=inner', properties);
  await control('set-sink-mute', 'inner', '1');
  expect(await look('speaker')).toMatchObject({ present: 3, muted: ['Haut-parleurs intégrés'] });
});

test('a sound server that is gone is none', async () => {
  await sound.stop();
  expect(await look('microphone')).toMatchObject({ soundServer: 'none', muted: null });
});
