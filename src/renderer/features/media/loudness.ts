export type Loudness = 'none' | 'faint' | 'good' | 'loud';

/** How a level (0..1, of 60 dB) is called: a voice at arm's length gives -40 to -15 dB. */
export function loudnessOf(level: number): Loudness {
  if (level < 0.05) return 'none';
  if (level < 0.35) return 'faint';
  return level < 0.95 ? 'good' : 'loud';
}
