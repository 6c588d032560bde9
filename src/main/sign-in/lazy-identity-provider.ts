import type { IdentityProvider, IdentityProviderDeps } from './identity-provider.ts';

/** The same, but its library is loaded at the first use: many starts never need it. */
export function lazyIdentityProvider(deps: IdentityProviderDeps): IdentityProvider {
  let connected: Promise<IdentityProvider> | null = null;
  const provider = (): Promise<IdentityProvider> => {
    connected ??= import('./identity-provider.ts').then((module) => module.connectIdentityProvider(deps));
    return connected;
  };
  return {
    begin: async (redirectUri, attempt) => (await provider()).begin(redirectUri, attempt),
    redeem: async (callback, attempt) => (await provider()).redeem(callback, attempt),
    refresh: async (refreshToken) => (await provider()).refresh(refreshToken),
    revoke: async (refreshToken) => (await provider()).revoke(refreshToken),
  };
}
