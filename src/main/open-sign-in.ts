import type { BrowserWindow } from 'electron';
import { words } from '../shared/words/words.ts';
import { openKeychainEntry } from './credentials/keychain-entry.ts';
import type { Keychain } from './credentials/keychain.ts';
import type { RequestFilter } from './page/request-filter.ts';
import type { Fetch } from '../client/service-client.ts';
import type { OpenOutside } from './outside/open-outside.ts';
import type { EventQueue } from './page/event-queue.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';
import type { ConfirmDialogs } from './outside/confirm-dialogs.ts';
import { keepAgreements } from './sign-in/agreements.ts';
import { signInByBrowser } from './sign-in/browser-sign-in.ts';
import { signInSettings } from './sign-in/choose-issuer.ts';
import { lazyIdentityProvider } from './sign-in/lazy-identity-provider.ts';
import { openSession, type Session } from './sign-in/session.ts';
import { steadyClock, wallClock } from './clocks.ts';
import { bringToFront } from './window/main-window.ts';

type Deps = {
  readonly settings: SettingsKeeper;
  readonly window: BrowserWindow;
  readonly requestFilter: RequestFilter;
  readonly fetch: Fetch;
  readonly announce: EventQueue['announce'];
  readonly keychain: Keychain;
  readonly askAboutIssuer: ConfirmDialogs['askAboutIssuer'];
  readonly open: OpenOutside;
};

/** Nobody looks for their password longer than that, and an abandoned attempt must not leave a port open for ever. */
const patienceMs = 5 * 60_000;
/** A keyring that waits for its password would wait for ever. */
export const keychainMs = 5_000;

/** The session with its real deps: the system's browser and keychain, Chromium's network. */
export function openSignIn(deps: Deps): Session {
  const { settings, window, requestFilter, fetch, announce, keychain, askAboutIssuer, open } = deps;
  return openSession({
    settings: () => signInSettings(settings.resolved()),
    agreements: keepAgreements({
      read: settings.agreedSignIns,
      write: settings.rememberAgreedSignIns,
      ask: askAboutIssuer,
    }),
    credentials: openKeychainEntry({ keychain, account: 'session', limitMs: keychainMs }),
    unlocked: keychain.late,
    connect: (issuer) =>
      lazyIdentityProvider({
        issuer,
        fetch,
        allow: requestFilter.allowMain,
        now: steadyClock,
        wallClock,
      }),
    async signInByBrowser(provider, cancelled) {
      const { language } = settings.get();
      const tokens = await signInByBrowser({
        provider,
        openInBrowser: open,
        words: words[language].signIn,
        language,
        cancelled,
        patienceMs,
      });
      // Until now the agent has been in the browser.
      if (!cancelled.aborted) bringToFront(window);
      return tokens;
    },
    onState: (state) => announce('sign-in:state', state),
    now: steadyClock,
  });
}
