import { Server } from 'proxy-chain';

export type PasswordProxy = {
  readonly port: number;
  /** `host:port` of everything that it let through, in order. */
  readonly passed: readonly string[];
  /** How often somebody came without a password that it takes. */
  refusals(): number;
  close(): Promise<void>;
};

export const proxyLogin = { user: 'marie.gerard', password: 'cheval de trait' } as const;

/** A real proxy (absolute addresses and CONNECT) that wants a name and a password, by Basic. */
export async function startPasswordProxy(host = '127.0.0.1'): Promise<PasswordProxy> {
  const passed: string[] = [];
  let refusals = 0;
  const server = new Server({
    host,
    port: 0,
    verbose: false,
    authRealm: 'essai',
    prepareRequestFunction({ hostname, port, username, password }) {
      const isRight = username === proxyLogin.user && password === proxyLogin.password;
      if (isRight) passed.push(`${hostname}:${port}`);
      else refusals += 1;
      return { requestAuthentication: !isRight };
    },
  });
  await server.listen();
  return {
    port: server.port,
    passed,
    refusals: () => refusals,
    close: () => server.close(true),
  };
}
