import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/** The provider itself said no (RFC 6749, section 5.2); its own trouble (5xx, `server_error`) says nothing about us. */
export function wasRefused(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError)
    return error.error !== 'server_error' && error.error !== 'temporarily_unavailable';
  if (error instanceof ResponseBodyError)
    return error.status >= 400 && error.status < 500 && error.status !== 429;
  return false;
}

/** Only this word says that the token is worth nothing any more; whatever else goes wrong there signs nobody out. */
export const isDead = (error: unknown): boolean =>
  error instanceof ResponseBodyError && error.error === 'invalid_grant';
