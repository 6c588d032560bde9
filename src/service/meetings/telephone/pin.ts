import type { RandomBytes } from '../../system/random-bytes.ts';

const pinDigits = 10;
const pins = 10 ** pinDigits;
const drawnBytes = 6;
/** Above it some PINs would be drawn more often than others. */
const fair = Math.floor(2 ** (8 * drawnBytes) / pins) * pins;

/** 10 random digits: whoever guesses finds one of 2,000 open meetings in 2.5 million calls. */
export function newPin(randomBytes: RandomBytes): string {
  for (;;) {
    const drawn = randomBytes(drawnBytes).readUIntBE(0, drawnBytes);
    if (drawn < fair) return String(drawn % pins).padStart(pinDigits, '0');
  }
}
