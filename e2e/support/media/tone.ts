export type Samples = { readonly values: Float64Array; /** Per second. */ readonly rate: number };

/** A sine of `hertz`, at half of full scale. */
export function sine(hertz: number, seconds: number, rate = 48_000): Samples {
  const values = new Float64Array(Math.round(seconds * rate));
  for (let i = 0; i < values.length; i++) values[i] = 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate);
  return { values, rate };
}

/** A mono 16-bit WAV file. */
export function wav({ values, rate }: Samples): Buffer {
  const file = Buffer.alloc(44 + values.length * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + values.length * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // mono
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(values.length * 2, 40);
  values.forEach((value, i) => file.writeInt16LE(Math.round(value * 32_767), 44 + i * 2));
  return file;
}

/** Signed 16-bit little-endian, as a sound server records. */
export function fromPcm(pcm: Buffer, rate: number): Samples {
  const values = new Float64Array(Math.floor(pcm.length / 2));
  for (let i = 0; i < values.length; i++) values[i] = pcm.readInt16LE(i * 2) / 32_768;
  return { values, rate };
}

export type Heard = {
  /** Hz of the strongest tone between 100 and 2,000 Hz; 0 in silence. */
  readonly frequency: number;
  /** Root mean square, 0..1. */
  readonly level: number;
};

/** The strongest tone, by Goertzel's algorithm every 5 Hz. */
export function listen({ values, rate }: Samples): Heard {
  const level = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / (values.length || 1));
  if (level < 0.001) return { frequency: 0, level };
  let best = { frequency: 0, power: 0 };
  for (let frequency = 100; frequency <= 2_000; frequency += 5) {
    const power = powerAt(frequency, values, rate);
    if (power > best.power) best = { frequency, power };
  }
  return { frequency: best.frequency, level };
}

function powerAt(frequency: number, values: Float64Array, rate: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let [before, last] = [0, 0];
  for (const value of values) [before, last] = [last, value + coefficient * last - before];
  return before * before + last * last - coefficient * before * last;
}

/** The longest pause (ms), in steps of ten: less than a fiftieth of what the loudest may be. */
export function longestPause({ values, rate }: Samples): number {
  const step = Math.round(rate / 100);
  let longest = 0;
  let pause = 0;
  for (let at = 0; at + step <= values.length; at += step) {
    const isQuiet = values.subarray(at, at + step).every((value) => Math.abs(value) < 0.02);
    pause = isQuiet ? pause + 10 : 0;
    longest = Math.max(longest, pause);
  }
  return longest;
}
