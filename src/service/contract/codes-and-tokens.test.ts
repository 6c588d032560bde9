import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { codeIn, startBlackBoxService, type BlackBoxService } from './testing/black-box-service.ts';
import { failure, problemIn } from './testing/wire.ts';

let outside: BlackBoxService;
afterEach(() => outside.stop());

const keys = [randomBytes(32), randomBytes(32), randomBytes(32)] as const;
const write = (...of: readonly Buffer[]) => of.map((key) => key.toString('base64url')).join(',');
const start = async (...of: readonly Buffer[]) => {
  outside = await startBlackBoxService({ VISIO_CODE_KEYS: write(...of) });
};

/** As the contract says, and not as the service does it. */
const mac = (key: Buffer, purpose: string, bytes: Buffer): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', purpose, 32)))
    .update(bytes)
    .digest();
const codeBy = (key: Buffer, id: Buffer, kind: number, purpose = 'invitation/v1'): string => {
  const body = Buffer.concat([id, Buffer.of(kind)]);
  return Buffer.concat([body, mac(key, purpose, body).subarray(0, 12)]).toString('base64url');
};
const lookUp = (code: string) => outside.ask('POST /api/v1/invitations/lookup', { body: { code } });
const role = async (code: string) => (await lookUp(code)).json().role;

test('a code is 22 bytes: 9 of the meeting, version and role, 12 of the HMAC under the first key', async () => {
  await start(...keys);
  const { id, links } = (await outside.open()).meeting;
  for (const [name, kind] of [
    ['participant', 0x11],
    ['moderator', 0x12],
  ] as const) {
    const code = codeIn(links[name]);
    const bytes = Buffer.from(code, 'base64url');
    expect([code.length, bytes.length, bytes[9]]).toEqual([30, 22, kind]);
    expect(bytes.subarray(0, 9).toString('base64url')).toBe(id);
    expect(code).toBe(codeBy(keys[0], bytes.subarray(0, 9), kind));
  }
});

test('every key of the list verifies, and no other; no code is good for another purpose, version or role', async () => {
  await start(...keys);
  const id = Buffer.from((await outside.open()).meeting.id, 'base64url');
  for (const key of keys) {
    expect(await role(codeBy(key, id, 0x11))).toBe('participant');
    expect(await role(codeBy(key, id, 0x12))).toBe('moderator');
  }
  for (const wrong of [
    codeBy(randomBytes(32), id, 0x11),
    codeBy(keys[0], id, 0x11, 'participation/v1'),
    codeBy(keys[0], id, 0x11, ''),
    ...[0x10, 0x13, 0x01, 0x21, 0x22, 0xff].map((kind) => codeBy(keys[0], id, kind)),
    codeBy(keys[0], randomBytes(9), 0x11),
    createHmac('sha256', keys[0]).update(id).digest('base64url').slice(0, 30),
  ])
    expect(problemIn(await lookUp(wrong))).toEqual(failure('meeting-over', 404));
});

test('a code is its one text: padding, another alphabet and the other texts of its bytes are dead', async () => {
  await start(keys[0]);
  // One with letters in which the two alphabets differ.
  let code = '';
  while (!/[-_]/.test(code)) code = codeIn((await outside.open()).meeting.links.participant);
  const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(code.slice(-1));
  const others = Array.from({ length: 15 }, (_one, n) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(last + n + 1),
  );
  for (const wrong of [
    ...others.map((letter) => code.slice(0, -1) + letter),
    code.replaceAll('-', '+').replaceAll('_', '/'),
    `${code}==`,
    `${code} `,
    ` ${code}`,
    `${code}A`,
    code.slice(0, -1),
    code.toUpperCase(),
    '',
  ])
    expect(problemIn(await lookUp(wrong))).toEqual(failure('meeting-over', 404));
  expect(await role(code)).toBe('participant');
});

test('a participation token says meeting, identity and deadline, and no more', async () => {
  await start(...keys);
  const { meeting, participant, participationToken } = await outside.open();
  const bytes = Buffer.from(participationToken, 'base64url');
  expect(bytes).toHaveLength(1 + 9 + 12 + 6 + 32);
  const body = bytes.subarray(0, 28);
  expect(body.subarray(1, 10).toString('base64url')).toBe(meeting.id);
  expect(body.subarray(10, 22).toString('base64url')).toBe(participant.identity);
  expect(body.readUIntBE(22, 6)).toBe(Date.parse(meeting.expiresAt));
  expect(bytes.subarray(28)).toEqual(mac(keys[0], 'participation/v1', body));

  const rejoin = (token: Buffer) =>
    outside.ask('POST /api/v1/participation/rejoin', { body: {}, token: token.toString('base64url') });
  const signedBy = (key: Buffer, text: Buffer, purpose = 'participation/v1') =>
    Buffer.concat([text, mac(key, purpose, text)]);
  expect((await rejoin(signedBy(keys[2], body))).json().participant).toEqual(participant);
  expect(problemIn(await rejoin(signedBy(randomBytes(32), body)))).toEqual(failure('not-signed-in', 401));
  expect(problemIn(await rejoin(signedBy(keys[0], body, 'invitation/v1')))).toEqual(
    failure('not-signed-in', 401),
  );
  // Somebody who was never in the meeting, under a good signature; and a deadline that has passed.
  const nobody = Buffer.concat([body.subarray(0, 10), randomBytes(12), body.subarray(22)]);
  expect(problemIn(await rejoin(signedBy(keys[0], nobody)))).toEqual(failure('not-signed-in', 401));
  const late = Buffer.concat([body.subarray(0, 22), Buffer.alloc(6)]);
  expect(problemIn(await rejoin(signedBy(keys[0], late)))).toEqual(failure('meeting-over', 404));
});
