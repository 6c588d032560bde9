import { createHmac, hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { invitationCode } from '../../../shared/meeting.ts';
import { createInvitationCodes } from './invitation-code.ts';

const oldKey = Buffer.alloc(32, 1);
const newKey = Buffer.alloc(32, 2);
const meetingId = Buffer.alloc(9, 0xfb).toString('base64url');
const codes = createInvitationCodes([oldKey]);

test('a code says which meeting it opens and as what', () => {
  for (const role of ['participant', 'moderator'] as const) {
    const code = codes.write({ meetingId, role });
    expect(invitationCode.safeParse(code).success).toBe(true);
    expect(codes.read(code)).toEqual({ meetingId, role });
  }
});

test('the bytes are those of the contract', () => {
  const body = Buffer.concat([Buffer.from(meetingId, 'base64url'), Buffer.of(0x12)]);
  const key = Buffer.from(hkdfSync('sha256', oldKey, '', 'invitation/v1', 32));
  const mac = createHmac('sha256', key).update(body).digest().subarray(0, 12);
  expect(codes.write({ meetingId, role: 'moderator' })).toBe(
    Buffer.concat([body, mac]).toString('base64url'),
  );
});

test('codes written before a key change still open, those of a withdrawn key do not', () => {
  const before = codes.write({ meetingId, role: 'participant' });
  const during = createInvitationCodes([newKey, oldKey]);
  expect(during.read(before)).toEqual({ meetingId, role: 'participant' });
  expect(
    createInvitationCodes([newKey]).read(during.write({ meetingId, role: 'participant' })),
  ).not.toBeNull();
  expect(createInvitationCodes([newKey]).read(before)).toBeNull();
});

test('a participant cannot turn a code into that of a moderator', () => {
  const bytes = Buffer.from(codes.write({ meetingId, role: 'participant' }), 'base64url');
  bytes[9] = 0x12;
  expect(codes.read(bytes.toString('base64url'))).toBeNull();
});

test('the other texts that decode to the same bytes are refused', () => {
  const code = codes.write({ meetingId, role: 'participant' });
  const bytes = Buffer.from(code, 'base64url');
  const texts = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    .split('')
    .map((last) => code.slice(0, -1) + last)
    .filter((text) => text !== code && Buffer.from(text, 'base64url').equals(bytes));
  expect(texts).toHaveLength(15);
  for (const text of [...texts, `${code}=`, `${code}==`, `${code}\n`, ` ${code}`, bytes.toString('base64')]) {
    expect(codes.read(text)).toBeNull();
  }
});
