import { parseJson } from '../../shared/parse-json.ts';
import type { ResolvedSettings } from '../../shared/settings/resolve-settings.ts';
import { isManaged } from '../../shared/settings/resolve-settings.ts';
import type { KeychainEntry } from '../credentials/keychain-entry.ts';
import type { Fetch, ServiceClient } from '../../client/service-client.ts';
import { troubleOf } from '../network-trouble.ts';
import { readAtMost } from '../../client/read-at-most.ts';
import { gatewayStatus } from '../../client/read-problem.ts';
import { chooseIssuer, reachOf, signInSettings, type Issuer } from '../sign-in/choose-issuer.ts';
import type { Check, CheckName, CheckOutcome } from './check-report.ts';

export type CheckDeps = {
  /** Where the app keeps the user's settings and Chromium's profile, and the system's error code if it cannot. */
  readonly folder: { readonly path: string; readonly trouble: string | null };
  readonly settings: ResolvedSettings;
  readonly service: Pick<ServiceClient, 'discover'>;
  /** The proxy for an address, as Chromium writes it: `DIRECT`, `PROXY name:port`. Never a password. */
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly fetch: Fetch;
  readonly isOnline: () => boolean;
  readonly credentials: Pick<KeychainEntry, 'read'>;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

/** Ms for one question to the network. */
const patienceMs = 8_000;
/** Bytes of an issuer's metadata. */
const mostBytes = 1_000_000;

/** Runs every check once and tells each result as soon as it is known; checks that depend on a failed one are left out. */
export async function runChecks(deps: CheckDeps, tell: (check: Check) => void): Promise<void> {
  const { settings, service, fetch, isOnline, credentials, now } = deps;
  const timed = async <T>(
    name: CheckName,
    look: () => Promise<CheckOutcome & { found?: T }>,
  ): Promise<T | undefined> => {
    const began = now();
    const { found, ...outcome } = await look();
    tell({ name, ...outcome, ms: Math.round(now() - began) });
    return found;
  };
  const { server } = settings.values;
  const keychain = timed('keychain', () => lookAtKeychain(credentials));
  await timed('folder', async () => lookAtFolder(deps.folder));
  await timed('policies', async () => lookAtPolicies(settings));
  await timed('server', async () =>
    server === '' ? { ok: false, failure: 'no-server' } : { ok: true, detail: server },
  );
  if (server !== '') {
    await timed('proxy', () => lookForProxy(deps, server));
    const discovery = await timed('service', async () => {
      const found = await service.discover();
      return found.ok ? { ok: true, found: found.value } : { ok: false, failure: found.error.code };
    });
    if (discovery !== undefined) {
      const ofSignIn = signInSettings(settings);
      const issuer = chooseIssuer(ofSignIn, discovery.signIn);
      await Promise.all([
        timed('media', () => lookAtMedia(fetch, isOnline, discovery.livekitUrl)),
        issuer === null
          ? null
          : timed('signIn', async () =>
              reachOf(issuer, ofSignIn) === 'elsewhere'
                ? { ok: false, failure: 'sign-in-for-another', detail: issuer.resource ?? '' }
                : lookAtIssuer(fetch, isOnline, issuer),
            ),
      ]);
    }
  }
  await keychain;
}

async function lookAtKeychain(credentials: Pick<KeychainEntry, 'read'>): Promise<CheckOutcome> {
  const read = await credentials.read();
  return read.ok ? { ok: true } : { ok: false, failure: read.error };
}

const lookAtFolder = ({ path, trouble }: CheckDeps['folder']): CheckOutcome =>
  trouble === null
    ? { ok: true }
    : { ok: false, failure: 'folder-unwritable', detail: `${path}: ${trouble}` };

function lookAtPolicies({ problems }: ResolvedSettings): CheckOutcome {
  const ours = problems.find(({ source }) => isManaged(source));
  return ours === undefined
    ? { ok: true }
    : { ok: false, failure: 'policy-problem', detail: `${ours.name}: ${ours.problem}` };
}

async function lookForProxy({ resolveProxy, isOnline }: CheckDeps, server: string): Promise<CheckOutcome> {
  try {
    return { ok: true, detail: await within(resolveProxy(server)) };
  } catch {
    return { ok: false, failure: isOnline() ? 'service-unreachable' : 'offline' };
  }
}

async function lookAtMedia(fetch: Fetch, isOnline: () => boolean, url: string): Promise<CheckOutcome> {
  const detail = new URL(url.replace(/^ws/, 'http')).origin;
  try {
    const { status } = await fetch(detail, quietly());
    if (status === 407) return { ok: false, failure: 'proxy-authentication', detail };
    if (gatewayStatus.has(status)) return { ok: false, failure: 'media-unreachable', detail };
    return status < 500 ? { ok: true, detail } : { ok: false, failure: 'media-error', detail };
  } catch (error) {
    return { ok: false, failure: namedOr('media-unreachable', error, isOnline()), detail };
  }
}

async function lookAtIssuer(
  fetch: Fetch,
  isOnline: () => boolean,
  { issuer }: Issuer,
): Promise<CheckOutcome> {
  const detail = issuer;
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    // Like the sign-in itself, which follows no redirect.
    const response = await fetch(address, quietly());
    if (response.status === 407) return { ok: false, failure: 'proxy-authentication', detail };
    if (gatewayStatus.has(response.status)) return { ok: false, failure: 'sign-in-unreachable', detail };
    const text = await readAtMost(response, mostBytes);
    return issuerIn(text ?? '') === issuer
      ? { ok: true, detail }
      : { ok: false, failure: 'sign-in-answer-wrong', detail };
  } catch (error) {
    return { ok: false, failure: namedOr('sign-in-unreachable', error, isOnline()), detail };
  }
}

const issuerIn = (text: string): unknown =>
  (parseJson(text) as { readonly issuer?: unknown } | null | undefined)?.issuer;

const quietly = (): RequestInit => ({
  redirect: 'manual',
  credentials: 'omit',
  cache: 'no-store',
  signal: AbortSignal.timeout(patienceMs),
});

/** Says the cause if the network names one, else only which server cannot be reached. */
function namedOr<F extends string>(other: F, error: unknown, isOnline: boolean) {
  const trouble = troubleOf(error, isOnline);
  return trouble === 'service-unreachable' || trouble === 'not-a-service' ? other : trouble;
}

function within<T>(promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('too late')), patienceMs);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
