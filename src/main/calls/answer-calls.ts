import type { IpcMainInvokeEvent } from 'electron';
import type { CallTable, HandlersOf } from '../../shared/calls/call-table.ts';
import type { Failure } from '../../shared/failure.ts';
import { calls, type Handlers } from '../../shared/ipc.ts';
import { err, type Result } from '../../shared/result.ts';
import { rateLimitedLog } from '../log/rate-limited-log.ts';
import type { AnswerCall } from './ipc.ts';
import { limitCalls } from './limit-calls.ts';
import type { Log } from '../log/log.ts';

type Checks = {
  readonly isOurFrame: (event: IpcMainInvokeEvent) => boolean;
  readonly log: Log;
  /** Ms since any moment. */
  readonly now?: () => number;
};
const refused: Result<never, Failure> = err({ code: 'app-error' });

/** What every call of the main window passes. */
export const answerCalls = (handlers: Handlers, checks: Checks): AnswerCall =>
  answerBy(calls, handlers, checks);

/** What every call of a window passes: sender, name, schema, limit, catch. The main window shows what strangers send. */
export function answerBy<T extends CallTable>(
  table: T,
  handlers: HandlersOf<T>,
  { isOurFrame, log: all, now = () => performance.now() }: Checks,
): AnswerCall {
  const log = rateLimitedLog(all, { ...mostLines, now });
  const withinLimit = limitCalls(now);
  return async (event, name, input) => {
    if (!isOurFrame(event)) {
      log.warn('a call from a frame that is not ours was refused');
      return refused;
    }
    const called = typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
    if (typeof name !== 'string' || !called) {
      log.warn('a call that the table does not know was refused');
      return refused;
    }
    const parsed = called.input.safeParse(input);
    if (!parsed.success) {
      log.warn(
        `${name}: input refused at ${parsed.error.issues
          .slice(0, mostIssues)
          .map((issue) => issue.path.join('.'))
          .join(', ')}`,
      );
      return refused;
    }
    try {
      const handle = handlers[name] as (input: unknown) => Promise<Result<unknown, Failure>>;
      const began = performance.now();
      const answer = await withinLimit(called, () => handle(parsed.data));
      if (!answer.ok) log.warn(`${name}: ${answer.error.code}`);
      else if (called.noted) log.info(`${name}: done in ${Math.round(performance.now() - began)} ms`);
      return answer;
    } catch (error) {
      log.error(`${name} failed`, error);
      return refused;
    }
  };
}

/** Issues of a refused input that are logged. */
const mostIssues = 3;
/** More than a meeting in trouble writes; a page that calls endlessly can neither flood the terminal nor push lines out of the report. */
const mostLines = { number: 60, withinMs: 60_000 };
