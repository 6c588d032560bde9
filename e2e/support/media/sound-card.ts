import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from '../../../scripts/supervision/guard.ts';
import { run } from '../../../scripts/supervision/run.ts';
import { fromPcm, listen, longestPause, type Heard } from './tone.ts';

/** A sound server of one application's own: what the application takes for the machine's microphone and speaker. */
export type SoundCard = {
  /** Where its socket is. */
  readonly folder: string;
  /** What the application must be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** From now on the microphone hears this tone; null is silence. */
  speak(hertz: number | null): Promise<void>;
  /** Plays a WAV file into the microphone, until it is over. */
  play(file: string): void;
  /** What a speaker played during about half a second; « Casque » unless another is named. */
  hear(speaker?: string): Promise<Heard>;
  /** Listens to « Casque » from now on; `stop` answers the longest pause (ms) of what it played. */
  watchForPauses(): { stop(): Promise<number> };
  /** One more speaker, by this name. */
  addSpeaker(name: string): Promise<void>;
  /** One more microphone, by this name, which hears this tone (Hz) or nothing. */
  addMicrophone(name: string, hertz: number | null): Promise<AddedMicrophone>;
  /** The default speaker stands still, as one whose program or driver holds it up; its clock with it. */
  suspendSpeaker(): Promise<void>;
  /** The microphone stands still, as it does while the computer sleeps, and goes on. */
  suspendMicrophone(suspended: boolean): Promise<void>;
  /** How many read a microphone now. */
  readers(): Promise<number>;
  /** As a key of the keyboard does. */
  muteMicrophone(muted: boolean): Promise<void>;
  unplugMicrophone(): Promise<void>;
  plugMicrophone(): Promise<void>;
  stop(): Promise<void>;
  /** After `stop`: the same card, with its microphone and its tone. */
  comeBack(hertz: number): Promise<void>;
};

type AddedMicrophone = {
  mute(): Promise<void>;
  unplug(): Promise<void>;
  /** In the same socket as before. */
  plug(): Promise<void>;
};

const rate = 16_000;

/** A real PulseAudio with a null sink as speaker (« Casque ») and another whose monitor is the microphone (« MicroUSB »). */
export async function startSoundCard(guard: Guard, { microphone = true } = {}): Promise<SoundCard> {
  const folder = await mkdtemp(path.join(tmpdir(), 'visio-sound-'));
  guard.removeAtEnd(folder);
  const socket = path.join(folder, 'native');
  const env = {
    PULSE_SERVER: `unix:${socket}`,
    PULSE_RUNTIME_PATH: folder,
    XDG_RUNTIME_DIR: folder,
    PULSE_COOKIE: path.join(folder, 'cookie'),
    // With a display libdbus would start a session bus that outlives us, on which only one PulseAudio may live.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
  const whole = { ...process.env, ...env, HOME: folder };
  const begin = () =>
    guard.spawn(
      'pulseaudio',
      [
        '--daemonize=no',
        '--exit-idle-time=-1',
        '--use-pid-file=no',
        '--disallow-exit',
        '-n',
        `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
        '--load=module-null-sink sink_name=voice sink_properties=device.description=Voix',
        '--load=module-null-sink sink_name=headset sink_properties=device.description=Casque',
      ],
      { env: whole, stdio: 'ignore' },
    );
  let server = begin();
  const control = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(guard, 'pactl', args, { env: whole });
    if (code !== 0) throw new Error(`pactl ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  await untilAnswers(control);
  await control('set-default-sink', 'headset');

  let plugged: string | null = null;
  async function plugMicrophone(): Promise<void> {
    if (plugged !== null) return;
    plugged = await control(
      'load-module',
      'module-remap-source',
      'master=voice.monitor',
      'source_name=micro',
      'source_properties=device.description=MicroUSB',
    );
    await control('set-default-source', 'micro');
  }
  if (microphone) await plugMicrophone();

  let added = 0;
  let tone: string | null = null;
  const record = (speaker: string) => {
    const args = ['-d', `${speaker}.monitor`, '--format=s16le', `--rate=${rate}`, '--channels=1', '--raw'];
    return guard.spawn('parec', [...args, '--latency-msec=50'], {
      env: whole,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  };

  return {
    folder,
    env,
    async speak(hertz) {
      if (tone !== null) await control('unload-module', tone);
      tone =
        hertz === null
          ? null
          : await control('load-module', 'module-sine', 'sink=voice', `frequency=${hertz}`);
    },
    play(file) {
      guard.spawn('paplay', ['--device=voice', file], { env: whole, stdio: 'ignore' });
    },
    async addSpeaker(name) {
      await control(
        'load-module',
        'module-null-sink',
        `sink_name=${name}`,
        `sink_properties=device.description=${name}`,
      );
    },
    watchForPauses() {
      const recorder = record('headset');
      const parts: Buffer[] = [];
      recorder.stdout?.on('data', (part: Buffer) => parts.push(part));
      return {
        async stop() {
          recorder.kill('SIGTERM');
          await once(recorder, 'close');
          return longestPause(fromPcm(Buffer.concat(parts), rate));
        },
      };
    },
    async hear(speaker = 'headset') {
      const recorder = record(speaker);
      const parts: Buffer[] = [];
      let length = 0;
      for await (const part of recorder.stdout ?? []) {
        parts.push(part as Buffer);
        length += (part as Buffer).length;
        if (length >= rate) break; // half a second of 16-bit samples
      }
      recorder.kill('SIGKILL');
      return listen(fromPcm(Buffer.concat(parts), rate));
    },
    async addMicrophone(name, hertz) {
      added += 1;
      const [sink, source] = [`feed-${added}`, `source-${added}`];
      await control('load-module', 'module-null-sink', `sink_name=${sink}`);
      if (hertz !== null) await control('load-module', 'module-sine', `sink=${sink}`, `frequency=${hertz}`);
      const load = (): Promise<string> =>
        control(
          'load-module',
          'module-remap-source',
          `master=${sink}.monitor`,
          `source_name=${source}`,
          // People's names have spaces.
          `source_properties="device.description='${name}'"`,
        );
      let loaded = await load();
      return {
        mute: async () => void (await control('set-source-mute', source, '1')),
        unplug: async () => void (await control('unload-module', loaded)),
        plug: async () => void (loaded = await load()),
      };
    },
    async readers() {
      const outputs = await control('list', 'short', 'source-outputs');
      // What the card itself is made of reads too.
      return outputs.split('\n').filter((line) => line.includes('protocol-native')).length;
    },
    suspendMicrophone: async (suspended) =>
      void (await control('suspend-source', 'micro', suspended ? '1' : '0')),
    suspendSpeaker: async () => void (await control('suspend-sink', 'headset', '1')),
    muteMicrophone: async (muted) => void (await control('set-source-mute', 'micro', muted ? '1' : '0')),
    async unplugMicrophone() {
      if (plugged === null) return;
      await control('unload-module', plugged);
      plugged = null;
    },
    plugMicrophone,
    async stop() {
      if (server.signalCode !== null) return; // a test may take the whole card away before its app ends
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
    async comeBack(hertz) {
      await rm(socket, { force: true });
      server = begin();
      await untilAnswers(control);
      await control('set-default-sink', 'headset');
      [plugged, tone] = [null, null];
      await plugMicrophone();
      await control('load-module', 'module-sine', 'sink=voice', `frequency=${hertz}`);
    },
  };
}

async function untilAnswers(control: (...args: string[]) => Promise<string>): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await control('info');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
