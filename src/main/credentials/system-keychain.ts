import { loadAddon } from '../load-addon.ts';
import { openKeychain, type Keychain, type KeychainAddon } from './keychain.ts';

/** The system's keychain by keytar's compiled part: Credential Manager, Keychain, or whoever is the Secret Service. */
export const systemKeychain = (): Keychain => openKeychain(() => loadAddon('keytar') as KeychainAddon);
