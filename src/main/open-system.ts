import { app, shell } from 'electron';
import type { Words } from '../shared/words/words.ts';
import type { Booted } from './booted.ts';
import type { Keychain } from './credentials/keychain.ts';
import { quitAnyway } from './credentials/quit-anyway.ts';
import { openKeychain } from './credentials/open-keychain.ts';
import { openNetwork, type Network } from './open-network.ts';
import { openOutside, type OpenOutside } from './outside/open-outside.ts';
import { openConfirmDialogs, type ConfirmDialogs } from './outside/confirm-dialogs.ts';

/** What connects the app to the system and its user: keychain, network, dialogs, other programs. */
export type System = {
  readonly keychain: Keychain;
  readonly network: Network;
  readonly confirmDialogs: ConfirmDialogs;
  readonly open: OpenOutside;
};

type Deps = Pick<Booted, 'settings' | 'window' | 'requestFilter' | 'log'>;

export function openSystem({ settings, window, requestFilter, log }: Deps, words: () => Words): System {
  const keychain = openKeychain();
  quitAnyway(app, keychain, () => process.kill(process.pid, 'SIGKILL'));
  return {
    keychain,
    network: openNetwork({ settings, window, requestFilter, keychain, log }),
    confirmDialogs: openConfirmDialogs(window, words),
    open: openOutside({ platform: process.platform, shell, env: process.env }),
  };
}
