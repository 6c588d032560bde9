import { KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { createOidcMemory } from './oidc-memory.ts';
import { newSigningKey, providerSettings, resourceServer, type Accounts } from './oidc-settings.ts';

/** Two agents, one whose name must be put together, and somebody who has an account and is no agent. */
const usualAccounts: Accounts = {
  marie: { name: 'Marie Gérard', given_name: 'Marie', family_name: 'Gérard', visio: { roles: ['agent'] } },
  paul: { given_name: 'Paul', family_name: 'Nguyễn', visio: { roles: ['agent', 'admin'] } },
  camille: { name: 'Camille Petit', visio: { roles: ['eleve'] } },
};

type TokenOptions = {
  /** `jwt`: RFC 9068, read by the service itself. `opaque`: only the issuer knows what it means. */
  readonly format?: 'jwt' | 'opaque';
  readonly audience?: string;
  /** How long it is valid. */
  readonly seconds?: number;
};

export type TestProvider = {
  readonly issuer: string;
  /** Whom access tokens are for. */
  audience: string;
  /** The client that the app is. */
  readonly clientId: string;
  /** The client that the service is: it may introspect. */
  readonly service: { readonly clientId: string; readonly clientSecret: string };
  /** Variables of a service whose agents sign in here, by the rule `visio.roles=agent`; tokens are for `audience` from now on. */
  environment(audience?: string): Readonly<Record<string, string>>;
  /** Paths that were asked for so far. */
  readonly requests: string[];
  /** Answers in the provider's place while it is set; it may leave the rest to `answer`. */
  instead: RequestListener | null;
  /** How access tokens for the service are made for whoever signs in; a JWT where nothing else is said. */
  tokenFormat: 'jwt' | 'opaque';
  readonly answer: RequestListener;
  /** An access token as this account gets one by signing in, without a browser. */
  issueToken(sub: string, options?: TokenOptions): Promise<string>;
  /** What tells the app who signed in: signed by the same key, and good for nothing else. */
  issueIdToken(sub: string): Promise<string>;
  /** Makes an opaque token void. */
  revoke(token: string): Promise<void>;
  /** Claims of a valid access token; `sign` turns them into one. */
  claims(sub: string): Record<string, unknown>;
  /** Signs, with the provider's current key, what the provider itself would never issue. */
  sign(payload: string | object, header?: object): Promise<string>;
  /** The current public key as text, which attackers have too. */
  publicKey(): string;
  /** From now on another key signs; the former one is published no more. */
  rotateKeys(): Promise<void>;
  stop(): Promise<void>;
};

/** A real OpenID provider on loopback, in this process. */
export async function startOidcProvider(accounts: Accounts = usualAccounts): Promise<TestProvider> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(new URL(request.url ?? '/', issuer).pathname);
    (handle.instead ?? handle.answer)(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'visio-agents';
  const service = { clientId: 'visio-service', clientSecret: 'known to the service alone' };

  const memory = createOidcMemory();
  const currentFormat = (): TestProvider['tokenFormat'] => handle.tokenFormat;
  const build = () =>
    new Provider(
      issuer,
      providerSettings({ accounts, key, memory, clientId, service, format: currentFormat }),
    );
  let key = await newSigningKey();
  let provider = build();
  let answer = provider.callback();

  const handle: TestProvider = {
    issuer,
    audience: 'https://visio.example',
    clientId,
    service,
    requests,
    instead: null,
    tokenFormat: 'jwt',
    answer: (request, response) => void answer(request, response),
    publicKey: () => key.publicText,
    environment(audience = handle.audience) {
      handle.audience = audience;
      return {
        VISIO_AUTH: 'oidc',
        VISIO_OIDC_ISSUER: issuer,
        VISIO_OIDC_AUDIENCE: audience,
        VISIO_OIDC_CLIENT_ID: clientId,
        VISIO_OIDC_INTROSPECTION: 'opaque',
        VISIO_OIDC_INTROSPECTION_CLIENT_ID: service.clientId,
        VISIO_OIDC_INTROSPECTION_CLIENT_SECRET: service.clientSecret,
        VISIO_AGENT_RULE: 'visio.roles=agent',
      };
    },
    async issueToken(sub, { format = 'jwt', audience: resource = handle.audience, seconds = 600 } = {}) {
      const client = await provider.Client.find(clientId);
      if (!client) throw new Error('the provider does not know the app');
      const grant = new provider.Grant({ accountId: sub, clientId });
      grant.addResourceScope(resource, 'visio');
      const token = new provider.AccessToken({
        client,
        accountId: sub,
        grantId: await grant.save(),
        gty: 'authorization_code',
        scope: 'visio',
        expiresIn: seconds,
        resourceServer: new provider.ResourceServer(resource, resourceServer(resource, format)),
      });
      return token.save();
    },
    issueIdToken(sub) {
      const { client_id: _client, scope: _scope, jti: _id, ...claims } = handle.claims(sub);
      return handle.sign({ ...claims, aud: clientId }, { typ: 'JWT' });
    },
    async revoke(token) {
      await (await provider.AccessToken.find(token))?.destroy();
    },
    claims(sub) {
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, exp: now + 600, jti: `${sub}-${now}` };
      return { ...accounts[sub], iss: issuer, sub, aud: handle.audience, client_id: clientId, ...times };
    },
    async sign(payload, header = {}) {
      const head = JSON.stringify({ alg: 'RS256', typ: 'at+jwt', kid: key.kid, ...header });
      const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const text = [head, body].map((part) => Buffer.from(part).toString('base64url')).join('.');
      // By hand: a library would not sign everything that a test may want to send.
      const signature = sign('sha256', Buffer.from(text), KeyObject.from(key.privateKey));
      return `${text}.${signature.toString('base64url')}`;
    },
    async rotateKeys() {
      key = await newSigningKey();
      provider = build();
      answer = provider.callback();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return handle;
}
