import { loadAddon } from '../load-addon.ts';
import { createKeychainQueue, type KeychainQueue, type KeychainAddon } from './keychain-queue.ts';

/** The system's keychain through keytar's compiled part: Credential Manager, Keychain, or any Secret Service. */
export const systemKeychain = (): KeychainQueue =>
  createKeychainQueue(() => loadAddon('keytar') as KeychainAddon);
