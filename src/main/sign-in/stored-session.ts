import type { Credentials } from '../credentials/credentials.ts';
import type { NotKept } from '../../shared/sign-in.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Issuer } from './choose-issuer.ts';

/** What outlives the app: enough to sign in again without the person, and who they are. */
export type KeptSession = {
  /** Origin of the service that this sign-in is for. */
  readonly server: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly displayName: string;
  readonly refreshToken: string;
};

const isKept = (value: unknown): value is KeptSession =>
  typeof value === 'object' &&
  value !== null &&
  (['server', 'issuer', 'clientId', 'displayName', 'refreshToken'] as const).every(
    (name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string',
  );

/** The entry of the keychain, if it is for this service and this issuer: a changed one needs a new sign-in. */
export async function readKept(
  credentials: Credentials,
  server: string,
  { issuer, clientId }: Issuer,
): Promise<Result<KeptSession | null, NotKept>> {
  const read = await credentials.read();
  if (!read.ok) return err(read.error);
  const kept = parse(read.value);
  const isOurs = kept?.server === server && kept.issuer === issuer && kept.clientId === clientId;
  return ok(isOurs ? kept : null);
}

export async function writeKept(credentials: Credentials, kept: KeptSession): Promise<NotKept | null> {
  const written = await credentials.write(JSON.stringify(kept));
  return written.ok ? null : written.error;
}

function parse(text: string | null): KeptSession | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isKept(value) ? value : null;
  } catch {
    return null; // somebody else's, or cut off
  }
}
