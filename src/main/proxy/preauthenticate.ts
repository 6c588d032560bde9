import type { AuthInfo, ClientRequest, ClientRequestConstructorOptions } from 'electron';
import type { Passage } from '../../client/service-client.ts';
import type { Preauthenticate } from './proxy-authenticator.ts';

type Request = (options: ClientRequestConstructorOptions) => ClientRequest;

/** Ms for the network alone; the time that the user types does not count. */
const patienceMs = 15_000;

/**
 * Chromium never asks `net.fetch` and WebSockets for the password of a proxy, only `net.request`, whose answer then also applies
 * to them (Electron 33).
 */
export const preauthenticateBy =
  (request: Request): Preauthenticate =>
  (address, login) =>
    new Promise((resolve) => {
      const asking = request({
        url: originOf(address),
        method: 'HEAD',
        credentials: 'omit',
        cache: 'no-store',
      });
      let timer: NodeJS.Timeout | undefined;
      /** How the proxy was last answered: an error after a login has another cause than the login. */
      let answered: 'nothing' | 'no' | 'login' = 'nothing';
      let typing: Promise<unknown> = Promise.resolve();
      const end = (passage: Passage): void => {
        clearTimeout(timer);
        resolve(passage === 'closed' && answered === 'no' ? 'refused' : passage);
        asking.abort();
      };
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => end('closed'), patienceMs);
      };
      const answer = async (
        info: AuthInfo,
        give: (user?: string, password?: string) => void,
      ): Promise<void> => {
        // Never to a server that is not a proxy; Chromium handles the other schemes by itself, or not at all.
        const isOurs = info.isProxy && /^(basic|digest)$/i.test(info.scheme);
        clearTimeout(timer);
        const wanted = isOurs ? login({ host: info.host, port: info.port }).catch(() => null) : null;
        typing = Promise.resolve(wanted);
        const given = await wanted;
        if (info.isProxy) answered = given === null ? 'no' : 'login';
        wait();
        if (given === null) give();
        else give(given.user, given.password);
      };
      asking.on('login', (info, give) => void answer(info, give));
      asking.on('response', ({ statusCode }) => end(statusCode === 407 ? 'refused' : 'open'));
      // The answer is not needed, nor are its redirects.
      asking.on('redirect', () => end('open'));
      // While typing the user does not see that the network broke: keep what they type.
      asking.on('error', () => void typing.then(() => end('closed')));
      wait();
      asking.end();
    });

/** The proxy must not learn the path: the origin is enough. */
const originOf = (address: string): string => `${new URL(address.replace(/^ws/, 'http')).origin}/`;
