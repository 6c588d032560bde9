import type { IpcMainInvokeEvent } from 'electron';
import { calls, type Call, type Handlers } from '../shared/ipc.ts';
import type { Failure } from '../shared/failure.ts';
import { err, type Result } from '../shared/result.ts';
import type { AnswerCall } from './ipc.ts';
import type { Log } from './log.ts';

type Checks = { readonly isOurFrame: (event: IpcMainInvokeEvent) => boolean; readonly log: Log };
const refused: Result<never, Failure> = err({ code: 'app-error' });

/** What every call of the window passes: sender, name, schema, catch. The window shows what strangers send. */
export const answerCalls =
  (handlers: Handlers, { isOurFrame, log }: Checks): AnswerCall =>
  async (event, name, input) => {
    if (!isOurFrame(event)) {
      log.warn('a call from a frame that is not ours was refused');
      return refused;
    }
    if (!isCall(name)) {
      log.warn('a call that the table does not know was refused');
      return refused;
    }
    return answer(name, input, handlers, log);
  };

async function answer(name: Call, input: unknown, handlers: Handlers, log: Log): Promise<unknown> {
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    log.warn(
      `${name}: input refused at ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
    );
    return refused;
  }
  try {
    const handle = handlers[name] as (input: unknown) => Promise<Result<unknown, Failure>>;
    return await handle(parsed.data);
  } catch (error) {
    log.error(`${name} failed`, error);
    return refused;
  }
}

const isCall = (name: unknown): name is Call => typeof name === 'string' && Object.hasOwn(calls, name);
