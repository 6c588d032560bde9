import { app, net, type BrowserWindow } from 'electron';
import { openKeychainEntry } from './credentials/keychain-entry.ts';
import type { Keychain } from './credentials/keychain.ts';
import type { RequestFilter } from './page/request-filter.ts';
import type { Log } from './log/log.ts';
import { connectService, type Fetch, type ServiceClient } from '../client/service-client.ts';
import { explainNetworkErrors } from './network-trouble.ts';
import { keychainMs } from './open-sign-in.ts';
import { fetchThroughProxy } from './proxy/fetch-through-proxy.ts';
import { createMediaProxyAuthenticator } from './proxy/authenticate-media-proxy.ts';
import { preauthenticateBy } from './proxy/preauthenticate.ts';
import { openProxyAuthenticator } from './proxy/proxy-authenticator.ts';
import { proxyPrompt } from './proxy/prompt-window.ts';
import { keepServiceClocks, type ServiceClocks } from './service-clocks.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

type Deps = {
  readonly settings: SettingsKeeper;
  readonly window: BrowserWindow;
  readonly requestFilter: RequestFilter;
  readonly keychain: Keychain;
  readonly log: Log;
};

/** How main reaches services, issuers and media servers, through whatever proxy stands before them. */
export type Network = {
  readonly fetch: Fetch;
  readonly serviceAt: (origin: string) => ServiceClient;
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly authenticateMediaProxy: (livekitUrl: string) => Promise<void>;
  readonly serviceClocks: ServiceClocks;
};

export function openNetwork({ settings, window, requestFilter, keychain, log }: Deps): Network {
  const passProxy = openProxyAuthenticator({
    preauthenticate: preauthenticateBy((options) => net.request(options)),
    ask: proxyPrompt({ parent: window, language: () => settings.get().language, log }),
    credentials: openKeychainEntry({ keychain, account: 'proxy', limitMs: keychainMs }),
  });
  const directly: Fetch = (url, init) => net.fetch(url, init);
  // Taken now: the window may be closed by the time it is used.
  const { session } = window.webContents;
  const resolveProxy = (address: string): Promise<string> => session.resolveProxy(address);
  const serviceClocks = keepServiceClocks();
  return {
    fetch: fetchThroughProxy(directly, passProxy),
    serviceAt: (origin) =>
      connectService({
        origin,
        fetch: directly,
        explainNetworkError: explainNetworkErrors(() => net.isOnline()),
        appVersion: app.getVersion(),
        passProxy,
        onTime: (time) => serviceClocks.hear(origin, time),
      }),
    resolveProxy,
    authenticateMediaProxy: createMediaProxyAuthenticator({ resolveProxy, requestFilter, passProxy }),
    serviceClocks,
  };
}
