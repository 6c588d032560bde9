import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { within } from './wait-within.ts';
import type { CheckName, CodeOf, NetworkResult, Outcome } from './results.ts';
import type { Grant, TestConnection } from './test-connection.ts';

export type CheckDeps = {
  /** Whether the service says what it is. */
  readonly discover: () => Promise<Result<unknown, Failure>>;
  readonly askForRoom: () => Promise<Result<Grant, Failure>>;
  readonly openTestConnection: (grant: Grant, relayOnly: boolean, ms: number) => TestConnection;
  /** Ms since any moment. */
  readonly now: () => number;
};

/** One run of all checks, from the click until the last result. */
export type RunContext = CheckDeps & {
  readonly stop: AbortSignal;
  /** Begins a check: what it answers is called once, with what came of it. */
  begin<Name extends CheckName>(name: Name): (outcome: Outcome, code: CodeOf<Name>) => void;
};

/** `tell` hears nothing any more once `stop` has aborted. */
export const createRunContext = (
  deps: CheckDeps,
  tell: (result: NetworkResult) => void,
  stop: AbortSignal,
): RunContext => ({
  ...deps,
  stop,
  begin(name) {
    const began = deps.now();
    return (outcome, code) => {
      // The code is one of this name's, which the type of the union cannot follow.
      if (!stop.aborted) tell({ name, outcome, ms: Math.round(deps.now() - began), code } as NetworkResult);
    };
  },
});

const hangUpMs = 500;

type Wish = {
  /** The direct ways are left out. */
  readonly relayOnly: boolean;
  /** For all that is done with the connection. */
  readonly ms: number;
};

/** Connects, and hangs up before it answers, whatever happens in between: `look` is to end as soon as its signal aborts. */
export async function withTestConnection<T>(
  run: RunContext,
  grant: Grant,
  { relayOnly, ms }: Wish,
  look: (connection: TestConnection, stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), ms);
  const connection = run.openTestConnection(grant, relayOnly, ms);
  try {
    return await look(connection, AbortSignal.any([run.stop, over.signal]));
  } finally {
    clearTimeout(timer);
    await within(connection.hangUp(), hangUpMs, run.stop);
  }
}
