import type { KeychainEntry } from '../credentials/keychain-entry.ts';
import type { NotKept } from '../../shared/sign-in.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Issuer } from './choose-issuer.ts';

/** What is kept between two starts: enough to sign in again without the person, and their name. */
export type StoredSession = {
  /** Origin of the service that the sign-in is for. */
  readonly server: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly displayName: string;
  readonly refreshToken: string;
};

const isStoredSession = (value: unknown): value is StoredSession =>
  typeof value === 'object' &&
  value !== null &&
  (['server', 'issuer', 'clientId', 'displayName', 'refreshToken'] as const).every(
    (name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string',
  );

/** The entry of the keychain, if it is for this service and this issuer: a changed one needs a new sign-in. */
export async function readStored(
  credentials: KeychainEntry,
  server: string,
  { issuer, clientId }: Issuer,
): Promise<Result<StoredSession | null, NotKept>> {
  const read = await credentials.read();
  if (!read.ok) return err(read.error);
  const stored = parse(read.value);
  const isOurs = stored?.server === server && stored.issuer === issuer && stored.clientId === clientId;
  return ok(isOurs ? stored : null);
}

export async function writeStored(
  credentials: KeychainEntry,
  stored: StoredSession,
): Promise<NotKept | null> {
  const written = await credentials.write(JSON.stringify(stored));
  return written.ok ? null : written.error;
}

function parse(text: string | null): StoredSession | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isStoredSession(value) ? value : null;
  } catch {
    return null; // somebody else's, or cut off
  }
}
