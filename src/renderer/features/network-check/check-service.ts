import { err, type Result } from '../../../shared/result.ts';
import type { FailureCode } from '../../../shared/failure.ts';
import type { RunContext } from './run-context.ts';
import { within } from './wait-within.ts';
import type { Grant } from './test-connection.ts';

const serviceMs = 8000;

/** The room to try the rest in, or why there is none. */
export async function checkService(run: RunContext): Promise<Result<Grant, FailureCode>> {
  const done = run.begin('service');
  const both = Promise.all([run.discover(), run.askForRoom()]);
  const [found, grant] = (await within(both, serviceMs, run.stop)) ?? [silence, silence];
  // In a meeting the room comes from the meeting's service, which need not be the one that was asked what it is.
  if (found.ok || grant.ok) done('works', 'ok');
  else done('fails', found.error.code);
  return grant.ok ? grant : err(grant.error.code);
}

const silence = err({ code: 'service-unreachable' } as const);
