import { rmSync } from 'node:fs';
import { app, net, session } from 'electron';
import { words } from '../../shared/words/words.ts';
import { steadyClock } from '../clocks.ts';
import { openKeychainEntry } from '../credentials/keychain-entry.ts';
import { openKeychain } from '../credentials/open-keychain.ts';
import { connectService, type Fetch } from '../../client/service-client.ts';
import { explainNetworkErrors } from '../network-trouble.ts';
import { readPolicies } from '../policies/read-policies.ts';
import { fetchThroughProxy } from '../proxy/fetch-through-proxy.ts';
import { preauthenticateBy } from '../proxy/preauthenticate.ts';
import { openProxyAuthenticator } from '../proxy/proxy-authenticator.ts';
import { fetchNoDictionary } from '../page/security.ts';
import { keepSettings } from '../settings/settings-keeper.ts';
import { userFileAsItIs } from '../settings/user-file.ts';
import type { CheckFolders } from './begin-check.ts';
import { runChecks } from './checks.ts';
import { exitCode, reportAsText, settingsTold, type Check, type CheckReport } from './check-report.ts';

/** Ms after which the report is printed with what is known; start and end have the rest of the 30 seconds. */
const allChecksMs = 25_000;
const keychainMs = 5_000;

/** Prints the state of this computer and what the network lets through, and ends. No window; a running app is not disturbed. */
export async function runCheck({
  json,
  userData,
  trouble,
  profile,
}: CheckFolders & { readonly json: boolean }): Promise<void> {
  const settings = keepSettings({
    policies: readPolicies(),
    env: process.env,
    file: userFileAsItIs(userData),
  });
  await app.whenReady();
  app.dock?.hide();
  // In memory: Chromium's network process would write to a profile after everything else has ended.
  const network = session.fromPartition('check', { cache: false });
  fetchNoDictionary(network);

  const resolved = settings.resolved();
  const keychain = openKeychain();
  const passProxy = openProxyAuthenticator({
    preauthenticate: preauthenticateBy((options) => net.request({ ...options, session: network })),
    // There is nobody to ask: the password of the proxy comes from the keychain or not at all.
    ask: async () => null,
    credentials: openKeychainEntry({ keychain, account: 'proxy', limitMs: keychainMs }),
  });
  const directly: Fetch = (url, init) => network.fetch(url, init);
  const isOnline = (): boolean => net.isOnline();
  const checks: Check[] = [];
  const running = runChecks(
    {
      folder: { path: userData, trouble },
      settings: resolved,
      service: connectService({
        origin: resolved.values.server,
        fetch: directly,
        explainNetworkError: explainNetworkErrors(isOnline),
        appVersion: app.getVersion(),
        passProxy,
      }),
      resolveProxy: (address) => network.resolveProxy(address),
      fetch: fetchThroughProxy(directly, passProxy),
      isOnline,
      credentials: openKeychainEntry({ keychain, account: 'session', limitMs: keychainMs }),
      now: steadyClock,
    },
    (check) => void checks.push(check),
  );
  let timer: NodeJS.Timeout | undefined;
  const complete = await Promise.race([
    running.then(() => true),
    new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), allChecksMs);
    }),
  ]);
  clearTimeout(timer);

  const report: CheckReport = {
    app: {
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: `${process.platform} ${process.getSystemVersion()}`,
    },
    settings: settingsTold(resolved),
    problems: resolved.problems,
    checks,
    complete,
  };
  const text = json ? `${JSON.stringify(report)}\n` : reportAsText(report, words[resolved.values.language]);
  // Also if nobody reads it; the callback then gets an error.
  await new Promise<void>((resolve) => void process.stdout.write(text, () => resolve()));
  const tidyUp = (): void => {
    try {
      rmSync(profile, { recursive: true, force: true });
    } catch {
      // Chromium has just written there; the next check reuses the folder and cleans up again.
    }
  };
  // A keychain that waits for its user would keep this process alive for ever; for the caller 137 is a failure just as 1 is.
  if (keychain.busy() !== null) {
    tidyUp();
    process.kill(process.pid, 'SIGKILL');
  }
  // Last of all: Chromium writes there until then.
  process.once('exit', tidyUp);
  app.exit(exitCode(report));
}
