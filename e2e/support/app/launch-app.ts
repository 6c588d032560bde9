import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import type { AppProgram } from './app-program.ts';
import { film, type Colour } from '../media/camera.ts';
import { startSoundCard, type SoundCard } from '../media/sound-card.ts';
import { sine, wav } from '../media/tone.ts';

export type AppOptions = {
  /** Hz that the microphone hears from the start; null plugs no microphone in. */
  readonly microphone?: number | null;
  /** A camera that films this colour. Chromium's fake devices then replace the sound server's microphone too. */
  readonly camera?: Colour;
  /** An invitation, as the desktop hands it over at the start. */
  readonly link?: string;
  /** A user data folder to start on again. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly switches?: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
};

/** One running application, its one window and its own sound card. */
export type RunningApp = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly sound: SoundCard;
  readonly userData: string;
  readonly pid: number;
  /** Once or more often. */
  close(): Promise<void>;
};

type Setting = { readonly program: AppProgram; readonly serverUrl: string; readonly guard: Guard };

/** Starts the app as a user would: a folder of its own, no fake permission, the desktop's link as an argument. */
export async function launchApp(
  { program, serverUrl, guard }: Setting,
  options: AppOptions = {},
): Promise<RunningApp> {
  const { microphone = 440, camera, link, env, switches = [] } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-app-'));
  // Not when it closes: another may have been started on its user data, and Chromium's helpers write a moment longer.
  guard.removeAtEnd(folder);
  const userData = options.userData ?? path.join(folder, 'user-data');
  const sound = await startSoundCard(guard, { microphone: microphone !== null });
  if (microphone !== null && !camera) await sound.speak(microphone);
  const devices = camera ? await fakeDevices(folder, camera, microphone) : [];
  await program.share(folder, sound.folder);
  const electron = await _electron.launch({
    executablePath: program.executable,
    chromiumSandbox: program.sandbox,
    args: [
      ...devices,
      ...switches,
      ...program.args,
      `--user-data-dir=${userData}`,
      ...(link === undefined ? [] : ['--', link]),
    ],
    env: { ...program.env, ...sound.env, VISIO_SERVER_URL: serverUrl, ...env },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  });
  const page = await electron.firstWindow();
  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    await electron.close();
    await sound.stop();
  }
  return {
    electron,
    page,
    sound,
    userData,
    pid: electron.process().pid ?? 0,
    close: () => (closed ??= close()),
  };
}

async function fakeDevices(folder: string, camera: Colour, microphone: number | null): Promise<string[]> {
  const [picture, tone] = [path.join(folder, 'camera.y4m'), path.join(folder, 'tone.wav')];
  await writeFile(picture, film(camera));
  await writeFile(tone, wav(sine(microphone ?? 0, 10)));
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${picture}`,
    `--use-file-for-fake-audio-capture=${tone}`,
  ];
}
