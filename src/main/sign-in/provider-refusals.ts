import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/** The provider itself refused (RFC 6749, section 5.2); its own errors (5xx, `server_error`) say nothing about us. */
export function wasRefused(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError)
    return error.error !== 'server_error' && error.error !== 'temporarily_unavailable';
  if (error instanceof ResponseBodyError)
    return error.status >= 400 && error.status < 500 && error.status !== 429;
  return false;
}

/** Only this code says that the token is no longer valid; no other error there signs anybody out. */
export const isDead = (error: unknown): boolean =>
  error instanceof ResponseBodyError && error.error === 'invalid_grant';
