const quietestDb = -60;
const steps = 20;

/**
 * How loud samples in -1..1 are, from 0 (below -60 dB) to 1 (full scale), as ears hear it (logarithmic).
 * In twentieths, so that a meter is drawn again only when it would look different.
 */
export function soundLevel(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += (samples[i] ?? 0) ** 2;
  const db = 10 * Math.log10(sum / Math.max(1, samples.length));
  const level = (db - quietestDb) / -quietestDb;
  return Math.round(Math.min(1, Math.max(0, level)) * steps) / steps;
}
