import type { Discovery } from '../shared/discovery.ts';
import type { Failure } from '../shared/failure.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { ServiceClient } from './service-client.ts';

type Deps = {
  /** Its origin; '' while nobody has said where it is. */
  readonly origin: () => string;
  readonly serviceAt: (origin: string) => ServiceClient;
  /** What this app says of the service instead of the service's own word. */
  readonly amend: (discovery: Discovery) => Discovery;
  /** Started before the answer is returned, and not waited for: it may have to wait for a keychain. */
  readonly onFound: (discovery: Discovery) => Promise<void>;
};

/** The service that this app opens its meetings on, and what it last said of itself. */
export type OwnService = {
  discover(): Promise<Result<Discovery, Failure>>;
  /** Null until it has answered. */
  known(): Discovery | null;
  /** When the last question has its answer, if one was asked: whoever clicks early is not taken for a stranger. */
  settled(): Promise<void>;
};

export function knowOwnService({ origin, serviceAt, amend, onFound }: Deps): OwnService {
  let known: { readonly at: string; readonly discovery: Discovery } | null = null;
  let settling: Promise<unknown> = Promise.resolve();

  async function discover(): Promise<{ answer: Result<Discovery, Failure>; after: Promise<void> | null }> {
    const at = origin();
    if (at === '') return { answer: err({ code: 'no-server' }), after: null };
    const found = await serviceAt(at).discover();
    const answer = found.ok ? ok(amend(found.value)) : found;
    if (!answer.ok || at !== origin()) return { answer, after: null };
    known = { at, discovery: answer.value };
    return { answer, after: onFound(answer.value) };
  }

  return {
    async discover() {
      const asking = discover();
      settling = asking.then(({ after }) => after);
      return (await asking).answer;
    },
    known: () => (known?.at === origin() ? known.discovery : null),
    async settled() {
      await settling;
    },
  };
}
