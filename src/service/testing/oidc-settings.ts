import {
  calculateJwkThumbprint,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { AdapterFactory, Configuration } from 'oidc-provider';

/** Claims by subject. */
export type Accounts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A key pair in each form that tests need. */
export type SigningKey = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly privateJwk: JWK;
  readonly publicText: string;
};

export async function newSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = await calculateJwkThumbprint(await exportJWK(publicKey));
  return {
    kid,
    privateKey,
    privateJwk: await exportJWK(privateKey),
    publicText: await exportSPKI(publicKey),
  };
}

/** How access tokens for our service are made (RFC 8707: the client asks for a resource, the token is for that one). */
export const resourceServer = (audience: string, accessTokenFormat: 'jwt' | 'opaque') => ({
  scope: 'visio',
  audience,
  accessTokenFormat,
  jwt: { sign: { alg: 'RS256' } } as const,
});

type Options = {
  readonly accounts: Accounts;
  readonly key: SigningKey;
  readonly memory: AdapterFactory;
  readonly clientId: string;
  readonly service: { readonly clientId: string; readonly clientSecret: string };
  /** Asked for each token. */
  readonly format: () => 'jwt' | 'opaque';
};

const grants = ['authorization_code', 'refresh_token'];
const hour = 3600;

/** A provider with the app as its public client, and the service as the one that may introspect. */
export const providerSettings = ({
  accounts,
  key,
  memory,
  clientId,
  service,
  format,
}: Options): Configuration => ({
  adapter: memory,
  clients: [
    {
      client_id: clientId,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: grants,
      response_types: ['code'],
      redirect_uris: ['http://127.0.0.1/callback'],
    },
    {
      client_id: service.clientId,
      client_secret: service.clientSecret,
      grant_types: [],
      response_types: [],
      redirect_uris: [],
    },
  ],
  jwks: { keys: [{ ...key.privateJwk, kid: key.kid, alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['a key for cookies of tests'] },
  scopes: ['openid', 'profile', 'offline_access', 'visio'],
  claims: { openid: ['sub'], profile: ['name', 'given_name', 'family_name', 'preferred_username'] },
  ttl: { AccessToken: 600, Grant: hour, IdToken: 300, Interaction: hour, RefreshToken: hour, Session: hour },
  features: {
    revocation: { enabled: true },
    introspection: { enabled: true, allowedPolicy: (_ctx, client) => client.clientId === service.clientId },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_ctx, resource) => resourceServer(resource, format()),
      useGrantedResource: () => true,
    },
  },
  findAccount: (_ctx, sub) =>
    Object.hasOwn(accounts, sub) ? { accountId: sub, claims: () => ({ ...accounts[sub], sub }) } : undefined,
  extraTokenClaims: (_ctx, token) => ('accountId' in token ? { ...accounts[token.accountId] } : undefined),
  rotateRefreshToken: true,
});
