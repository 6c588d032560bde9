import type { Bridge } from '../../bridge.ts';
import { quietLog } from '../../quiet-log.ts';
import type { NetworkResult } from './results.ts';
import { runNetworkCheck } from './run-network-check.ts';
import { openTestConnection } from './test-connection.ts';

/** Everything that LiveKit's code is needed for: loaded by the click. */
export function startNetworkCheck(
  bridge: Bridge,
  tell: (result: NetworkResult) => void,
  stop: AbortSignal,
): Promise<void> {
  quietLog();
  const deps = {
    discover: () => bridge.call('service:discover'),
    askForRoom: () => bridge.call('network:check'),
    openTestConnection,
    now: () => performance.now(),
  };
  return runNetworkCheck(deps, tell, stop);
}
