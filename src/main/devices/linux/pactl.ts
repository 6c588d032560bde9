/** A sound source or sink as the sound server lists it. */
export type SoundDevice = {
  readonly name: string;
  /** What Chromium takes as its label. */
  readonly description: string;
  /** Muted, or at volume 0 on all channels. */
  readonly isMuted: boolean;
  /** What a sink plays, offered as a source; no microphone, and Chromium does not list it. */
  readonly isMonitor: boolean;
};

export type SoundServerInfo = {
  readonly name: 'pipewire' | 'pulseaudio';
  /** As it names itself, with its version. */
  readonly called: string;
  readonly defaultSource: string | null;
  readonly defaultSink: string | null;
};

// The text and not `--format=json`, which drops every name with an accent (pactl 16.1), and which pactl 14 does not know.

/** Of `LC_ALL=C pactl list sources` or `sinks`. What has no name or no mute is not understood, and left out. */
export const soundDevices = (text: string): readonly SoundDevice[] =>
  text.split(/^(?:Source|Sink) #\d+$/m).flatMap((block) => {
    const [name, description, mute] = [line(block, 'Name'), line(block, 'Description'), line(block, 'Mute')];
    if (name === null || description === null || mute === null) return [];
    const volumes = [...(line(block, 'Volume') ?? '').matchAll(/: +(\d+) +\//g)].map(([, value]) => value);
    const isSilent = volumes.length > 0 && volumes.every((value) => value === '0');
    const monitored = line(block, 'Monitor of Sink') ?? 'n/a';
    return [{ name, description, isMuted: mute === 'yes' || isSilent, isMonitor: monitored !== 'n/a' }];
  });

/** Of `LC_ALL=C pactl info`. */
export function soundServerInfo(text: string): SoundServerInfo | null {
  const called = line(text, 'Server Name');
  if (called === null) return null;
  return {
    // pipewire-pulse says « PulseAudio (on PipeWire 0.3.65) ».
    name: /pipewire/i.test(called) ? 'pipewire' : 'pulseaudio',
    called,
    defaultSource: line(text, 'Default Source'),
    defaultSink: line(text, 'Default Sink'),
  };
}

/** The first such line: those of the properties below it are indented more, and have another form. */
const line = (text: string, key: string): string | null =>
  new RegExp(`^\\t?${key}: (.*)$`, 'm').exec(text)?.[1]?.trim() ?? null;
