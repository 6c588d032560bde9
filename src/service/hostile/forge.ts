import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Admission } from '../../shared/meeting.ts';
import { codeOf, testEnvironment } from '../testing/test-service.ts';

/** What somebody can make of a token and a code, with and without the service's own key. */
export function forge({ participationToken, meeting: { id, links } }: Admission) {
  const ours = Buffer.from(testEnvironment()['VISIO_CODE_KEYS'] ?? '', 'base64url');
  const macOf = (body: Buffer, purpose: string, key = ours) =>
    createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', purpose, 32)))
      .update(body)
      .digest();
  const bytes = Buffer.from(participationToken, 'base64url');
  const body = bytes.subarray(0, 28);
  const token = (of: Buffer, purpose = 'participation/v1', key = ours) =>
    Buffer.concat([of, macOf(of, purpose, key)]).toString('base64url');
  const flipped = (at: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy.toString('base64url');
  };
  const codeBody = (kind: number) => Buffer.concat([Buffer.from(id, 'base64url'), Buffer.of(kind)]);
  const code = (kind: number, purpose = 'invitation/v1', key = ours) =>
    Buffer.concat([codeBody(kind), macOf(codeBody(kind), purpose, key).subarray(0, 12)]).toString(
      'base64url',
    );
  const raised = Buffer.from(codeOf(links.participant), 'base64url');
  raised.writeUInt8(0x12, 9);
  return {
    nobody: token(Buffer.concat([body.subarray(0, 10), randomBytes(12), body.subarray(22)])),
    late: token(Buffer.concat([body.subarray(0, 22), Buffer.alloc(6)])),
    tokens: [
      ...Array.from({ length: bytes.length }, (_one, at) => flipped(at)),
      token(body, 'invitation/v1'),
      token(body, 'participation/v1', randomBytes(32)),
      token(Buffer.concat([Buffer.of(2), body.subarray(1)])),
      participationToken.slice(0, -1),
      `${participationToken}=`,
      `${participationToken}A`,
    ],
    // A participant's code that says moderator, other versions and roles, other purposes and keys.
    codes: [
      raised.toString('base64url'),
      ...[0x10, 0x13, 0x21, 0x22, 0xff].map((kind) => code(kind)),
      code(0x12, 'participation/v1'),
      code(0x12, 'invitation/v1', randomBytes(32)),
    ],
  };
}
