import { createHash } from 'node:crypto';

// No 0, 1, I or O: read out on a telephone. 32 letters, five bits each.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** "K7Q-2FD": what people and logs call a meeting; it opens nothing and does not lead back to the id. */
export function referenceOf(meetingId: string): string {
  const digest = createHash('sha256').update(`reference ${meetingId}`).digest();
  const letters = [...digest.subarray(0, 6)].map((byte) => alphabet.charAt(byte % 32)).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}
