import { z } from 'zod';
import type { Passage, PassProxy } from '../../client/service-client.ts';
import type { KeychainEntry } from '../credentials/keychain-entry.ts';

/** The proxy that asks; never the server behind it. */
export type AskingProxy = { readonly host: string; readonly port: number };
type ProxyLogin = { readonly user: string; readonly password: string };

/** The question to the user. `before`: the name just typed, whose password the proxy refused. */
export type ProxyQuestion = { readonly proxy: AskingProxy; readonly before: string | null };
export type ProxyAnswer = ProxyLogin & { readonly keep: boolean };

/** Makes one request through the proxy, which calls `login` until it is satisfied; `null` gives up. */
export type Preauthenticate = (
  address: string,
  login: (proxy: AskingProxy) => Promise<ProxyLogin | null>,
) => Promise<Passage>;

type Deps = {
  readonly preauthenticate: Preauthenticate;
  readonly ask: (question: ProxyQuestion) => Promise<ProxyAnswer | null>;
  readonly credentials: KeychainEntry;
};

const storedLogin = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string(),
  password: z.string(),
});
type StoredLogin = z.infer<typeof storedLogin>;

/**
 * Logs in to a proxy: with what was typed in this run, else with what the keychain holds for this very proxy, else by asking
 * the user. One question at a time; Chromium remembers the answer for everything that follows, including WebSockets and TURN.
 */
export function openProxyAuthenticator({ preauthenticate, ask, credentials }: Deps): PassProxy {
  let turn: Promise<unknown> = Promise.resolve();
  let typed: StoredLogin | null = null;
  /** Typed, and not yet accepted by the proxy. */
  let unproven: (ProxyAnswer & AskingProxy) | null = null;
  /** Logins that a proxy refused in this run: offered again at each reconnection, they would lock the account in the directory. */
  const refused = new Set<string>();
  const accepted = new Set<string>();
  /** How often in a row the connection was closed after a login, since it was typed or has last opened the way. */
  const closures = new Map<string, number>();
  /** Proxies for which nobody is asked unless they click. */
  const declined = new Set<string>();
  let declines = 0;

  async function known(proxy: AskingProxy): Promise<StoredLogin | null> {
    if (isFor(typed, proxy)) return typed;
    const read = await credentials.read();
    const stored = read.ok && read.value !== null ? readStored(read.value) : null;
    return isFor(stored, proxy) && !refused.has(textOf(stored)) ? stored : null;
  }

  function noteRefusal(login: StoredLogin): void {
    refused.add(textOf(login));
    accepted.delete(textOf(login));
    if (isSame(typed, login)) typed = null;
    if (isSame(unproven, login)) unproven = null;
  }

  /**
   * Some proxies answer a wrong login by closing the connection, as a network that breaks does. Answers whether the login
   * may be offered again at once. One that was accepted has one more try, for a click: it was right, unless its password
   * has changed since.
   */
  function noteClosed(login: StoredLogin): boolean {
    const text = textOf(login);
    const times = (closures.get(text) ?? 0) + 1;
    closures.set(text, times);
    if (times >= (accepted.has(text) ? mostClosures + 1 : mostClosures)) {
      noteRefusal(login);
      declined.add(nameOf(login));
    }
    return times === 1;
  }

  const isForClicks = (login: StoredLogin): boolean => (closures.get(textOf(login)) ?? 0) >= mostClosures;

  async function pass(address: string, how: 'insist' | 'quiet', since: number): Promise<Passage> {
    let given: StoredLogin | null = null;
    const attempt = async (): Promise<Passage> => {
      // There may be several proxies, one behind the other.
      const offered = new Map<string, StoredLogin>();
      const offer = (login: StoredLogin): StoredLogin => {
        offered.set(nameOf(login), login);
        return (given = login);
      };
      return preauthenticate(address, async (proxy) => {
        const before = offered.get(nameOf(proxy)) ?? null;
        if (before !== null) noteRefusal(before);
        const found = before === null ? await known(proxy) : null;
        if (found !== null) return how === 'quiet' && isForClicks(found) ? null : offer(found);
        // A « no » answers everything that was waiting for it, including a hundred calls of a malicious page.
        if ((how === 'quiet' || declines !== since) && declined.has(nameOf(proxy))) return null;
        const answer = await ask({ proxy, before: before?.user ?? null });
        if (answer === null) {
          declines += 1;
          declined.add(nameOf(proxy));
          return null;
        }
        unproven = { ...answer, ...proxy };
        closures.delete(textOf(unproven));
        // Kept even if the network breaks now: the proxy gets it again before the user is asked again.
        return offer((typed = storable(unproven)));
      });
    };
    let passage = await attempt();
    // A network change has aborted the request, and Chromium may have forgotten the login.
    if (passage === 'closed' && given !== null && noteClosed(given)) {
      passage = await attempt();
      if (passage === 'closed' && given !== null) noteClosed(given);
    }
    if (passage === 'open') await proven(given);
    return passage;
  }

  /** Only the login that was just accepted: what was typed for another proxy is not yet proved. */
  async function proven(login: StoredLogin | null): Promise<void> {
    if (login === null) return;
    const text = textOf(login);
    refused.delete(text);
    closures.delete(text);
    accepted.add(text);
    if (unproven !== null && isSame(unproven, login)) await remember(unproven);
  }

  async function remember(login: ProxyAnswer & AskingProxy): Promise<void> {
    unproven = null;
    declined.delete(nameOf(login));
    // Without a keychain only the convenience is lost.
    if (login.keep) await credentials.write(textOf(login));
  }

  return (address, how) => {
    const since = declines;
    const mine = turn.then(() => pass(address, how, since));
    turn = mine.catch(() => undefined);
    return mine;
  };
}

/** Directories lock an account after three to ten wrong passwords: twice at once, and once when the network is back. */
const mostClosures = 3;

const storable = ({ host, port, user, password }: StoredLogin): StoredLogin => ({
  host,
  port,
  user,
  password,
});
const textOf = (login: StoredLogin): string => JSON.stringify(storable(login));
const isSame = (one: StoredLogin | null, other: StoredLogin): boolean =>
  one !== null && textOf(one) === textOf(other);
const nameOf = ({ host, port }: AskingProxy): string => `${host}:${port}`;
const isFor = (login: StoredLogin | null, proxy: AskingProxy): login is StoredLogin =>
  login !== null && nameOf(login) === nameOf(proxy);

function readStored(secret: string): StoredLogin | null {
  try {
    const read = storedLogin.safeParse(JSON.parse(secret));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
