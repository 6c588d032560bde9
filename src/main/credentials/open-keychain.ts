import { loadAddon } from '../load-addon.ts';
import { createKeychain, type Keychain, type KeychainAddon } from './keychain.ts';

/** The system's keychain through keytar's compiled part: Credential Manager, Keychain, or any Secret Service. */
export const openKeychain = (): Keychain => createKeychain(() => loadAddon('keytar') as KeychainAddon);
