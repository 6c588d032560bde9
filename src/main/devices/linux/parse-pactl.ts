/** A sound source or sink as the sound server lists it. */
export type SoundDevice = {
  /** Another one each time it is plugged in. */
  readonly index: number;
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
  blocks(text, /^(?:Source|Sink) #(\d+)$/m).flatMap(({ index, block }) => {
    const [name, description, mute] = [line(block, 'Name'), line(block, 'Description'), line(block, 'Mute')];
    if (name === null || description === null || mute === null) return [];
    const volumes = [...(line(block, 'Volume') ?? '').matchAll(/: +(\d+) +\//g)].map(([, value]) => value);
    const isSilent = volumes.length > 0 && volumes.every((value) => value === '0');
    const monitored = line(block, 'Monitor of Sink') ?? 'n/a';
    return [
      { index, name, description, isMuted: mute === 'yes' || isSilent, isMonitor: monitored !== 'n/a' },
    ];
  });

/** What reads a source or plays on a sink. */
export type SoundStream = {
  /** The index of that source or sink. */
  readonly device: number;
  /** Of the program, as it sees itself. */
  readonly pid: number;
};

/** Of `LC_ALL=C pactl list source-outputs` or `sink-inputs`. Those of the server's own modules have no program. */
export const soundStreams = (text: string): readonly SoundStream[] =>
  blocks(text, /^(?:Source Output|Sink Input) #(\d+)$/m).flatMap(({ block }) => {
    const device = line(block, 'Source') ?? line(block, 'Sink');
    const pid = /^\t\tapplication\.process\.id = "(\d+)"$/m.exec(block)?.[1];
    return device === null || pid === undefined ? [] : [{ device: Number(device), pid: Number(pid) }];
  });

/** The parts below each such heading, with its number. */
function blocks(text: string, heading: RegExp): readonly { index: number; block: string }[] {
  const parts = text.split(heading);
  return parts.flatMap((part, rank) =>
    rank % 2 === 1 ? [{ index: Number(part), block: parts[rank + 1] ?? '' }] : [],
  );
}

/** Of what `pactl` says when it failed: nobody listens. */
export const isRefused = (stderr: string): boolean => /refused|no such file/i.test(stderr);

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
