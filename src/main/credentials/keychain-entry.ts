import { err, ok, type Result } from '../../shared/result.ts';
import type { NotKept } from '../../shared/sign-in.ts';
import type { Keychain } from './keychain.ts';

/** What the keychain refused is kept in memory only. Each call ends, however long the keychain waits for its user. */
export type KeychainEntry = {
  /** Null if there is none, or if another program deleted it. */
  read(): Promise<Result<string | null, NotKept>>;
  write(secret: string): Promise<Result<void, NotKept>>;
  remove(): Promise<Result<void, NotKept>>;
};

type Deps = {
  readonly keychain: Keychain;
  readonly account: 'session' | 'proxy';
  /** Ms that the keychain has for each question. */
  readonly limitMs: number;
  readonly platform?: NodeJS.Platform;
};

/** The name shown in the system's list of passwords. */
const service = 'Visio-Agents';
/** CRED_MAX_CREDENTIAL_BLOB_SIZE; keytar hands the text over as UTF-8. */
const windowsBytes = 2560;

/** One fixed account of the service « Visio-Agents ». */
export function openKeychainEntry({
  keychain,
  account,
  limitMs,
  platform = process.platform,
}: Deps): KeychainEntry {
  let newest: object | null = null;

  async function keep(secret: string | null): Promise<Result<void, NotKept>> {
    const mine = (newest = {});
    const tell = (): { readonly told: () => boolean; readonly done: Promise<Result<unknown, NotKept>> } => {
      let told = false;
      const done = keychain.ask<unknown>((addon) => {
        told = true;
        return secret === null
          ? addon.deletePassword(service, account)
          : addon.setPassword(service, account, secret);
      }, limitMs);
      return { told: () => told, done };
    };
    const { told, done } = tell();
    const outcome = await done;
    if (outcome.ok) return ok();
    // A locked keychain carries out an earlier request late. That must not be the last word: its token may be used up, or of
    // somebody who has signed out.
    if (!told()) void keychain.late()?.then(() => (newest === mine ? tell().done : undefined));
    return outcome;
  }

  return {
    read: () => keychain.ask((addon) => addon.getPassword(service, account), limitMs),
    async write(secret) {
      if (platform !== 'win32' || Buffer.byteLength(secret) <= windowsBytes) return keep(secret);
      // The former entry is no longer valid, and must not be found at the next start.
      await keep(null);
      return err('secret-too-large');
    },
    remove: () => keep(null),
  };
}
