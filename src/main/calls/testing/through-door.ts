import type { IpcMainInvokeEvent } from 'electron';
import { calls, type Answer, type Call, type CallInput, type Handlers } from '../../../shared/ipc.ts';
import { answerCalls } from '../answer-calls.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The same handlers as the window reaches them: through the door, which knows the limits. `now`: ms since any moment. */
export function throughDoor<H extends Partial<Handlers>>(
  handlers: H,
  now: () => number,
): Pick<Handlers, keyof H & Call> {
  const answer = answerCalls(handlers as Partial<Handlers> as Handlers, { isOurFrame: () => true, log, now });
  const ask =
    <C extends Call>(name: C) =>
    (input: CallInput<C>) =>
      answer({} as IpcMainInvokeEvent, name, input) as Answer<C>;
  return Object.fromEntries(
    (Object.keys(calls) as Call[]).filter((name) => name in handlers).map((name) => [name, ask(name)]),
  ) as unknown as Pick<Handlers, keyof H & Call>;
}
