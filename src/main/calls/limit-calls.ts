import type { CallLimit } from '../../shared/calls/call-table.ts';
import type { Failure } from '../../shared/failure.ts';
import { err, type Result } from '../../shared/result.ts';
import { rateLimiter } from '../rate-limiter.ts';

type Limited = { readonly limit?: CallLimit; readonly oneAtATime?: true };
type Answer = Promise<Result<unknown, Failure>>;

const tooMany = err<Failure>({ code: 'too-many-requests' });

/** Answers a call unless its table says that it is one too many. `now`: ms since any moment. */
export function limitCalls(now: () => number): (call: Limited, answer: () => Answer) => Answer {
  // By the limit itself, which several calls may name.
  const limiters = new Map<CallLimit, () => boolean>();
  const running = new Set<Limited>();

  function mayRun(limit: CallLimit): boolean {
    const limiter = limiters.get(limit) ?? rateLimiter({ ...limit, now });
    limiters.set(limit, limiter);
    return limiter();
  }

  return async (call, answer) => {
    if (running.has(call)) return tooMany;
    if (call.limit && !mayRun(call.limit)) return tooMany;
    if (!call.oneAtATime) return answer();
    running.add(call);
    try {
      return await answer();
    } finally {
      running.delete(call);
    }
  };
}
