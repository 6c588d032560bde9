import { origin as originKind } from '../../shared/settings/kinds.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { rateLimiter } from '../rate-limiter.ts';

type Deps = {
  readonly settings: () => Pick<Settings, 'server' | 'allowedServers' | 'unknownServers'>;
  /** Asks the user, in a dialog of main's, whether the app may contact this service. `isFirst`: it would become the app's own. */
  readonly ask: (origin: string, isFirst: boolean) => Promise<boolean>;
  /** Allows requests to it from now on. */
  readonly allow: (origin: string) => void;
  readonly chooseOwn: (origin: string) => void;
  /** Ms since any moment, by a clock that nobody sets. */
  readonly now: () => number;
};

/** More than anybody opens links to unknown services: a malicious page cannot ask more often. */
const mostQuestions = { number: 3, withinMs: 60_000 };

export type AllowedServers = {
  /** Whether anything may be sent to this service. If it is not on the list, nothing is sent before the user says yes. */
  admits(origin: string): Promise<boolean>;
};

/** Which meeting services the app contacts: its own, those on the list, and those the user accepted in this run. */
export function keepAllowedServers({ settings, ask, allow, chooseOwn, now }: Deps): AllowedServers {
  const accepted = new Set<string>();
  let open: { readonly origin: string; readonly answer: Promise<boolean> } | null = null;
  const mayAsk = rateLimiter({ ...mostQuestions, now });

  /** One question at a time, and few a minute: a dozen links must not open a dozen dialogs. */
  async function askOnce(origin: string, isFirst: boolean): Promise<boolean> {
    if (open) return open.origin === origin && open.answer;
    if (!mayAsk()) return false;
    const answer = ask(origin, isFirst).finally(() => {
      open = null;
    });
    open = { origin, answer };
    return answer;
  }

  return {
    async admits(origin) {
      // The window names it: TLS or this machine, and nothing that its host, which is what is asked about, does not tell.
      if (origin === '' || originKind.read(origin) !== origin) return false;
      const { server, allowedServers, unknownServers } = settings();
      const isKnown = origin === server || allowedServers.includes(origin) || accepted.has(origin);
      if (!isKnown) {
        const isFirst = server === '';
        if (unknownServers === 'refuse' || !(await askOnce(origin, isFirst))) return false;
        if (isFirst) chooseOwn(origin);
        accepted.add(origin);
      }
      allow(origin);
      return true;
    },
  };
}
