import type { Role } from '../../../shared/meeting.ts';
import { deriveKeys, readCanonical } from './signing-keys.ts';

export const meetingIdBytes = 9;
const macBytes = 12;
const bodyBytes = meetingIdBytes + 1;

/** What a code says once its signature holds; whether the meeting still is, only the store knows. */
type Invitation = { readonly meetingId: string; readonly role: Role };

export type InvitationCodes = {
  write(invitation: Invitation): string;
  /** Null for every text that `write` never wrote with one of the keys. */
  read(code: string): Invitation | null;
};

// High nibble: version 1. Low nibble: the role.
const kinds = { participant: 0x11, moderator: 0x12 } as const;

/** Codes of 22 bytes: meeting id (9), version and role (1), first 12 bytes of the HMAC over those ten. */
export function createInvitationCodes(keys: readonly Uint8Array[]): InvitationCodes {
  const signing = deriveKeys(keys, 'invitation/v1');
  return {
    write({ meetingId, role }) {
      const body = Buffer.concat([Buffer.from(meetingId, 'base64url'), Buffer.of(kinds[role])]);
      return Buffer.concat([body, signing.sign(body).subarray(0, macBytes)]).toString('base64url');
    },
    read(code) {
      const bytes = readCanonical(code, bodyBytes + macBytes);
      if (bytes === null || !signing.verify(bytes.subarray(0, bodyBytes), bytes.subarray(bodyBytes)))
        return null;
      const role = roleOf(bytes.readUInt8(meetingIdBytes));
      return role && { meetingId: bytes.subarray(0, meetingIdBytes).toString('base64url'), role };
    },
  };
}

function roleOf(kind: number): Role | null {
  if (kind === kinds.participant) return 'participant';
  return kind === kinds.moderator ? 'moderator' : null;
}
