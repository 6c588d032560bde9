import { randomBytes, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeOf, startTestService } from '../../testing/test-service.ts';
import { createInvitationCodes } from './invitation-code.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letter = () => alphabet.charAt(randomInt(64));
const altered = (code: string, change: (bytes: Buffer) => void): string => {
  const bytes = Buffer.from(code, 'base64url');
  change(bytes);
  return bytes.toString('base64url');
};
const flip = (bytes: Buffer) => {
  const bit = randomInt(bytes.length * 8);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
};
const otherKey = createInvitationCodes([randomBytes(32)]);

/** Ways to alter a code; each gives another text than the code. */
const alterations: Record<string, (code: string) => string> = {
  'a bit flipped': (code) => altered(code, flip),
  'several bits flipped': (code) => altered(code, (bytes) => [1, 2, 3, 4, 5].forEach(() => flip(bytes))),
  'the other role': (code) => altered(code, (bytes) => (bytes[9] = (bytes[9] ?? 0) ^ 0x03)),
  'any other version or role': (code) =>
    altered(code, (bytes) => (bytes[9] = ((bytes[9] ?? 0) + 1 + randomInt(255)) % 256)),
  'another meeting': (code) => altered(code, (bytes) => randomBytes(9).copy(bytes)),
  'another signature': (code) => altered(code, (bytes) => randomBytes(12).copy(bytes, 10)),
  'another key': (code) => {
    const meetingId = Buffer.from(code, 'base64url').subarray(0, 9).toString('base64url');
    return otherKey.write({ meetingId, role: randomInt(2) ? 'moderator' : 'participant' });
  },
  cut: (code) => code.slice(0, randomInt(code.length)),
  'cut at the front': (code) => code.slice(1 + randomInt(code.length - 1)),
  longer: (code) => code + Array.from({ length: 1 + randomInt(20) }, letter).join(''),
  'another letter': (code) => {
    const at = randomInt(code.length);
    const other = letter();
    return code[at] === other ? `${code}=` : code.slice(0, at) + other + code.slice(at + 1);
  },
  'two letters swapped': (code) => {
    const at = randomInt(code.length - 1);
    const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
    return swapped === code ? `${code}=` : swapped;
  },
  'another text of the same bytes': (code) => {
    const last = alphabet.indexOf(code.charAt(29));
    return code.slice(0, 29) + alphabet.charAt(last + 1 + randomInt(15));
  },
  padded: (code) => code + ['=', '==', '\n', ' ', '\u0000', '%3D'][randomInt(6)],
  'the other alphabet': (code) =>
    `${code.replaceAll('-', '+').replaceAll('_', '/')}${/[-_]/.test(code) ? '' : '+'}`,
  'another case': (code) => {
    const lower = code.toLowerCase();
    return lower === code ? code.toUpperCase() : lower;
  },
  nothing: () => '',
  noise: () => randomBytes(randomInt(1, 60)).toString('latin1'),
};
const kinds = Object.keys(alterations);

test('of 100,000 altered codes none is accepted, and none reaches LiveKit', async () => {
  const service = await startTestService();
  const { codes } = service.deps;
  const meetings = await Promise.all(Array.from({ length: 20 }, () => service.open()));
  const links = meetings.flatMap(({ meeting }) => [meeting.links.participant, meeting.links.moderator ?? '']);
  const real = new Set(links.map(codeOf));
  const calls = service.media.calls.length;

  const never = await service.post('/api/v1/invitations/lookup', { code: 'A'.repeat(30) });
  let tried = 0;
  for (let n = 0; n < 100_000; n += 1) {
    const code = codeOf(links[n % links.length] ?? '');
    const kind = kinds[n % kinds.length] ?? '';
    const wrong = alterations[kind]?.(code) ?? '';
    expect({ kind, isReal: real.has(wrong), read: codes.read(wrong) }).toEqual({
      kind,
      isReal: false,
      read: null,
    });
    tried += 1;
    // One in fifty through the door as well: the same answer, byte for byte.
    if (n % 50 > 0) continue;
    const path = n % 100 > 0 ? '/api/v1/invitations/lookup' : '/api/v1/invitations/join';
    const body = n % 100 > 0 ? { code: wrong } : { code: wrong, displayName: 'Marie' };
    const answer = await service.post(path, body);
    expect([kind, answer.statusCode, answer.body]).toEqual([kind, 404, never.body]);
  }
  expect(tried).toBe(100_000);
  expect(service.media.calls).toHaveLength(calls);
});
