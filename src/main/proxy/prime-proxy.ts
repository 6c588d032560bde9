import type { AuthInfo, ClientRequest, ClientRequestConstructorOptions } from 'electron';
import type { Passage } from '../../client/service-client.ts';
import type { Prime } from './proxy-gate.ts';

type Request = (options: ClientRequestConstructorOptions) => ClientRequest;

/** Ms for the network alone; while somebody types nothing is counted. */
const patienceMs = 15_000;

/**
 * `net.fetch` and WebSockets are never asked for a proxy's password; only `net.request` is, and what it answers holds for
 * them from then on (Electron 33).
 */
export const primeBy =
  (request: Request): Prime =>
  (address, login) =>
    new Promise((resolve) => {
      const asking = request({
        url: originOf(address),
        method: 'HEAD',
        credentials: 'omit',
        cache: 'no-store',
      });
      let timer: NodeJS.Timeout | undefined;
      /** What the proxy was told last when it asked: an error behind a login is another trouble than the login. */
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
        // Never to a server that is no proxy; and Chromium speaks the other schemes by itself, or not at all.
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
      // Nothing of the answer is wanted, not even where it would lead to.
      asking.on('redirect', () => end('open'));
      // Whoever types does not see that the network broke meanwhile: what they type is worth having.
      asking.on('error', () => void typing.then(() => end('closed')));
      wait();
      asking.end();
    });

/** What is asked for is never told to the proxy: the origin is enough. */
const originOf = (address: string): string => `${new URL(address.replace(/^ws/, 'http')).origin}/`;
