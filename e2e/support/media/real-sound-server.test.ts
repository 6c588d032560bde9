import { existsSync } from 'node:fs';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGuard, type Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';
import { thisLinux } from '../../../src/main/devices/linux/linux-system.ts';
import { readLinuxFacts } from '../../../src/main/devices/linux/linux-facts.ts';
import { runTool } from '../../../src/main/devices/linux/run-tool.ts';
import type { DeviceKind, SystemFacts } from '../../../src/shared/devices/system-facts.ts';
import { startSoundCard, type SoundCard } from './sound-card.ts';

// What the app reads of the sound server that its tests run with: a real PulseAudio.

let guard: Guard;
let sound: SoundCard;
beforeAll(async () => {
  guard = openGuard();
  sound = await startSoundCard(guard);
});
afterAll(() => guard.close());

const look = (kind: DeviceKind, more: NodeJS.ProcessEnv = sound.env): Promise<SystemFacts> => {
  const env = { ...process.env, ...more };
  const system = { ...thisLinux(1_000, '/nonexistent'), env, run: runTool(env, 5_000) };
  return readLinuxFacts(kind, system, AbortSignal.timeout(10_000));
};
const control = async (...args: string[]): Promise<void> => {
  const { code, stderr } = await run(guard, 'pactl', args, { env: { ...process.env, ...sound.env } });
  if (code !== 0) throw new Error(`pactl ${args.join(' ')}: ${stderr}`);
};

test('a microphone that is muted, unplugged and plugged in again', async () => {
  expect(await look('microphone')).toMatchObject({
    soundServer: 'pulseaudio',
    present: 1,
    devices: [{ isMuted: false }],
  });
  await control('set-source-mute', 'micro', '1');
  expect(await look('microphone')).toMatchObject({
    devices: [{ label: 'MicroUSB', isMuted: true, isDefault: true }],
  });
  await control('set-source-mute', 'micro', '0');
  await control('set-source-volume', 'micro', '0');
  expect(await look('microphone')).toMatchObject({
    devices: [{ label: 'MicroUSB', isMuted: true, isDefault: true }],
  });
  await control('set-source-volume', 'micro', '100%');
  await sound.unplugMicrophone();
  expect(await look('microphone')).toMatchObject({ present: 0, devices: [] });
  await sound.plugMicrophone();
  expect(await look('microphone')).toMatchObject({ present: 1, devices: [{ isMuted: false }] });
});

test('speakers with an accent in their name, of which one is muted and not the default', async () => {
  const properties = String.raw`sink_properties=device.description="Haut-parleurs\ intégrés"`;
  await control('load-module', 'module-null-sink', 'sink_name=inner', properties);
  await control('set-sink-mute', 'inner', '1');
  const { present, devices } = await look('speaker');
  expect(present).toBe(3);
  expect(devices?.filter(({ isMuted }) => isMuted).map(({ label }) => label)).toEqual([
    'Haut-parleurs intégrés',
  ]);
});

test('a sound server that only a file of libpulse names answers, and so does one of a computer without XDG_RUNTIME_DIR', async () => {
  const file = path.join(sound.folder, 'client.conf');
  await writeFile(
    file,
    `default-server = unix:${sound.folder}/native\ncookie-file = ${sound.folder}/cookie\n`,
  );
  const env = { PULSE_CLIENTCONFIG: file, HOME: sound.folder };
  const unsaid = { PULSE_SERVER: undefined, PULSE_RUNTIME_PATH: undefined, XDG_RUNTIME_DIR: undefined };
  expect(await look('microphone', { ...env, ...unsaid })).toMatchObject({
    soundServer: 'pulseaudio',
    present: 1,
  });
});

test('where none listens, asking starts none', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'visio-silent-'));
  guard.removeAtEnd(home);
  await chmod(home, 0o777);
  const daemon = path.join(home, 'daemon');
  const started = path.join(home, 'started');
  const file = path.join(home, 'client.conf');
  await writeFile(daemon, `#!/bin/sh\ntouch ${started}\n`, { mode: 0o755 });
  await writeFile(file, `autospawn = yes\ndaemon-binary = ${daemon}\n`);
  const env = { PATH: process.env['PATH'], HOME: home, PULSE_CLIENTCONFIG: file };
  // libpulse starts none for root in any case.
  const asked = await (process.getuid?.() === 0
    ? runTool(env, 5_000)('setpriv', ['--reuid=65534', '--clear-groups', 'pactl', 'info'])
    : runTool(env, 5_000)('pactl', ['info']));
  expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('refused') });
  expect(existsSync(started)).toBe(false);
});

test('a sound server that is gone is none', async () => {
  await sound.stop();
  expect(await look('microphone')).toMatchObject({ soundServer: 'none', devices: null });
});
