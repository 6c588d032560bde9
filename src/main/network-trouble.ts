import type { NetworkError } from '../client/service-client.ts';
import type { FailureCode } from '../shared/failure.ts';

/** Why `net.fetch` got no answer, as far as the network can say. */
export type NetworkTrouble = Extract<
  FailureCode,
  'certificate-untrusted' | 'proxy-authentication' | 'offline' | 'not-a-service' | 'service-unreachable'
>;

/** Chromium names the cause in the message, and nowhere else: `net::ERR_…` (Electron 33; network-trouble.test.ts). */
const codeOf = (error: unknown): string =>
  error instanceof Error ? (/^net::(ERR_[A-Z0-9_]+)$/.exec(error.message)?.[1] ?? error.message) : '';

/** What an error of `net.fetch` means for whoever waits for the answer. */
export function troubleOf(error: unknown, isOnline: boolean): NetworkTrouble {
  const code = codeOf(error);
  // A proxy whose own certificate is not known stands between the service and us: nobody can tell who answers.
  if (/^ERR_(CERT_|CERTIFICATE_|PROXY_CERTIFICATE_INVALID$)/.test(code)) return 'certificate-untrusted';
  if (isProxyAuthentication(code)) return 'proxy-authentication';
  if (code === 'ERR_INTERNET_DISCONNECTED' || !isOnline) return 'offline';
  return isWrongAnswer(code) ? 'not-a-service' : 'service-unreachable';
}

/**
 * Whether a proxy may be waiting for a name and a password. Of a tunnel that was refused Chromium does not say why: only
 * a `net.request` learns it (preauthenticate.ts).
 */
export const mayAwaitProxyLogin = (error: unknown): boolean =>
  codeOf(error) === 'ERR_TUNNEL_CONNECTION_FAILED' || isProxyAuthentication(codeOf(error));

/** For the client of the meeting service. */
export const explainNetworkErrors =
  (isOnline: () => boolean) =>
  (error: unknown): NetworkError => ({
    code: troubleOf(error, isOnline()),
    mayAwaitProxyLogin: mayAwaitProxyLogin(error),
  });

const isProxyAuthentication = (code: string): boolean => /^ERR_(UNEXPECTED_)?PROXY_AUTH/.test(code);

/** Somebody answered, and not as a meeting service does. */
const isWrongAnswer = (code: string): boolean =>
  code.startsWith('Attempted to redirect') ||
  /^ERR_(INVALID_HTTP_RESPONSE|INVALID_RESPONSE|RESPONSE_HEADERS_|CONTENT_DECODING_FAILED|TOO_MANY_REDIRECTS)/.test(
    code,
  );
