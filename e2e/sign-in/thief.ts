import type { TestProvider } from '../../src/service/testing/oidc-provider.ts';

/** Uses up the token of a keychain's entry, as somebody who copied it: the provider gives the next one to them. */
export async function stealRefreshToken(
  { issuer, clientId }: TestProvider,
  entry: string | null,
): Promise<void> {
  const { refreshToken } = JSON.parse(entry ?? '{}') as { refreshToken?: string };
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: refreshToken ?? '',
  });
  const { status } = await fetch(`${issuer}/token`, { method: 'POST', body });
  if (status !== 200) throw new Error(`the provider answered ${status}`);
}
