import type { FailureCode } from '../../../shared/failure.ts';
import { checkAsInMeeting } from './check-as-in-meeting.ts';
import { checkRelay, checkTcp } from './check-other-ways.ts';
import { createRunContext, type CheckDeps, type RunContext } from './run-context.ts';
import { checkService } from './check-service.ts';
import type { CodeOf, NetworkResult } from './results.ts';

/**
 * Tries out, one after another, all that a meeting needs of the network, and tells each result as it is known: every check
 * has one, after 45 s at the latest. What is said to work was seen to carry media, or an answer. Once `stop` aborts it hangs
 * up and tells nothing any more.
 */
export async function runNetworkCheck(
  deps: CheckDeps,
  tell: (result: NetworkResult) => void,
  stop: AbortSignal,
): Promise<void> {
  const run = createRunContext(deps, tell, stop);
  const grant = await checkService(run);
  if (!grant.ok) {
    run.begin('websocket')('skipped', grant.error);
    return skipMedia(run, grant.error);
  }
  if (stop.aborted) return;
  const first = await checkAsInMeeting(run, grant.value);
  if (!first.ok) return skipMedia(run, first.error);
  if (!stop.aborted) await checkRelay(run, grant.value, first.value);
  if (!stop.aborted) await checkTcp(run, grant.value, first.value);
}

function skipMedia(run: RunContext, code: FailureCode | CodeOf<'websocket'>): void {
  for (const name of ['udp', 'publish', 'turn', 'tcp'] as const) run.begin(name)('skipped', code);
}
