import { err, ok, type Result } from '../../shared/result.ts';
type KeychainTrouble = 'keychain-missing' | 'keychain-locked' | 'keychain-refused' | 'secret-too-large';
export type Credentials = {
  read(): Promise<Result<string | null, KeychainTrouble>>;
  write(secret: string): Promise<Result<void, KeychainTrouble>>;
  remove(): Promise<Result<void, KeychainTrouble>>;
};
export function openCredentials(_deps: {
  load: () => Promise<unknown>;
  account: 'session' | 'proxy';
  limitMs: number;
}): Credentials {
  return { read: async () => ok(null), write: async () => err('keychain-missing'), remove: async () => ok() };
}
