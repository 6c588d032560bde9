import { loadAddon } from '../load-addon.ts';
import { openKeychain, type Keychain, type KeychainAddon } from './keychain.ts';

/** The system's keychain through keytar's compiled part: Credential Manager, Keychain, or any Secret Service. */
export const systemKeychain = (): Keychain => openKeychain(() => loadAddon('keytar') as KeychainAddon);
