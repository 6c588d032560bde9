import { expect, test } from 'vitest';
import { createInvitationCodes } from './invitation-code.ts';
import { createParticipationTokens } from './participation-token.ts';

const key = Buffer.alloc(32, 3);
const tokens = createParticipationTokens([key]);
const participation = {
  meetingId: Buffer.alloc(9, 1).toString('base64url'),
  identity: Buffer.alloc(12, 2).toString('base64url'),
  deadline: Date.UTC(2026, 10, 22, 13, 40),
};

test('a token says who takes part in what until when', () => {
  expect(tokens.read(tokens.write(participation))).toEqual(participation);
});

test('no altered token is read: each bit, each length, another key', () => {
  const token = tokens.write(participation);
  const bytes = Buffer.from(token, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const altered = Buffer.from(bytes);
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(tokens.read(altered.toString('base64url'))).toBeNull();
  }
  for (const text of ['', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`, ` ${token}`]) {
    expect(tokens.read(text)).toBeNull();
  }
  expect(createParticipationTokens([Buffer.alloc(32, 4)]).read(token)).toBeNull();
});

test('what signs invitations signs no participation', () => {
  // The same root key, and still an invitation code cut or padded to the length is no token.
  const code = createInvitationCodes([key]).write({ meetingId: participation.meetingId, role: 'moderator' });
  expect(tokens.read(code.padEnd(80, 'A'))).toBeNull();
});
