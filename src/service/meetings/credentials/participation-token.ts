import { deriveKeys, readCanonical } from './signing-keys.ts';
import { meetingIdBytes } from './invitation-code.ts';

export const identityBytes = 12;
/** Whether the text is built like an identity that we give. LiveKit appends to those that it makes of one token (`#`). */
export const isIdentity = (text: string): boolean => readCanonical(text, identityBytes) !== null;

const version = 1;
const deadlineBytes = 6;
const macBytes = 32;
const bodyBytes = 1 + meetingIdBytes + identityBytes + deadlineBytes;

/** Who somebody is in which meeting, until when (ms since 1970); role, bans and seat are the store's. */
type Participation = {
  readonly meetingId: string;
  readonly identity: string;
  readonly deadline: number;
};

export type ParticipationTokens = {
  write(participation: Participation): string;
  /** Null for every text that `write` never wrote with one of the keys; a deadline that has passed still reads. */
  read(token: string): Participation | null;
};

/** Tokens of 60 bytes: version (1), meeting id (9), identity (12), deadline (6), HMAC-SHA-256 over those 28 (32). */
export function createParticipationTokens(keys: readonly Uint8Array[]): ParticipationTokens {
  const signing = deriveKeys(keys, 'participation/v1');
  return {
    write({ meetingId, identity, deadline }) {
      const body = Buffer.alloc(bodyBytes);
      body.writeUInt8(version, 0);
      body.write(meetingId, 1, 'base64url');
      body.write(identity, 1 + meetingIdBytes, 'base64url');
      body.writeUIntBE(deadline, bodyBytes - deadlineBytes, deadlineBytes);
      return Buffer.concat([body, signing.sign(body)]).toString('base64url');
    },
    read(token) {
      const bytes = readCanonical(token, bodyBytes + macBytes);
      if (bytes === null || !signing.verify(bytes.subarray(0, bodyBytes), bytes.subarray(bodyBytes)))
        return null;
      if (bytes.readUInt8(0) !== version) return null;
      return {
        meetingId: bytes.subarray(1, 1 + meetingIdBytes).toString('base64url'),
        identity: bytes.subarray(1 + meetingIdBytes, bodyBytes - deadlineBytes).toString('base64url'),
        deadline: bytes.readUIntBE(bodyBytes - deadlineBytes, deadlineBytes),
      };
    },
  };
}
