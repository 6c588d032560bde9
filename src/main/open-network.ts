import { app, net, type BrowserWindow } from 'electron';
import { openCredentials } from './credentials/credentials.ts';
import type { Keychain } from './credentials/keychain.ts';
import type { Egress } from './page/egress.ts';
import type { Log } from './log/log.ts';
import { connectService, type Fetch, type ServiceClient } from '../client/service-client.ts';
import { explainNetworkErrors } from './network-trouble.ts';
import { keychainMs } from './open-session.ts';
import { fetchThroughProxy } from './proxy/fetch-through-proxy.ts';
import { openMediaWay } from './proxy/open-media-way.ts';
import { primeBy } from './proxy/prime-proxy.ts';
import { openProxyGate } from './proxy/proxy-gate.ts';
import { proxyPrompt } from './proxy/prompt-window.ts';
import { keepServiceTimes, type ServiceTimes } from './service-times.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

type Deps = {
  readonly settings: SettingsKeeper;
  readonly window: BrowserWindow;
  readonly egress: Egress;
  readonly keychain: Keychain;
  readonly log: Log;
};

/** How main reaches services, issuers and media servers, through whatever proxy stands before them. */
export type Network = {
  readonly fetch: Fetch;
  readonly serviceAt: (origin: string) => ServiceClient;
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly wayToMedia: (livekitUrl: string) => Promise<void>;
  readonly times: ServiceTimes;
};

export function openNetwork({ settings, window, egress, keychain, log }: Deps): Network {
  const passProxy = openProxyGate({
    prime: primeBy((options) => net.request(options)),
    ask: proxyPrompt({ parent: window, language: () => settings.get().language, log }),
    credentials: openCredentials({ keychain, account: 'proxy', limitMs: keychainMs }),
  });
  const directly: Fetch = (url, init) => net.fetch(url, init);
  // Taken now: the window may be closed by the time it is used.
  const { session } = window.webContents;
  const resolveProxy = (address: string): Promise<string> => session.resolveProxy(address);
  const times = keepServiceTimes();
  return {
    fetch: fetchThroughProxy(directly, passProxy),
    serviceAt: (origin) =>
      connectService({
        origin,
        fetch: directly,
        explainNetworkError: explainNetworkErrors(() => net.isOnline()),
        appVersion: app.getVersion(),
        passProxy,
        onTime: (time) => times.hear(origin, time),
      }),
    resolveProxy,
    wayToMedia: openMediaWay({ resolveProxy, egress, passProxy }),
    times,
  };
}
