import type { Failure } from '../../shared/failure.ts';
import type { AppEvent, Call, CallOutput, EventPayload } from '../../shared/ipc.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Bridge } from '../bridge.ts';
import { settled } from './settled.ts';

/** What main answers to some calls each time that it is asked. */
export type Answers = { readonly [C in Call]?: Result<CallOutput<C>, Failure> };

type Asked = { readonly name: Call; readonly input: unknown };

/** A main process that the test plays: it answers when the test says so, or at once what it was given in `answers`. */
export function createMainProcess(answers: Answers = {}) {
  const given = new Map(Object.entries(answers));
  const requests: Asked[] = [];
  const waiting: { name: Call; settle: (result: Result<unknown, Failure>) => void }[] = [];
  const listeners = new Map<AppEvent, Set<(payload: never) => void>>();

  const call = ((name: Call, input?: unknown) => {
    requests.push({ name, input });
    const result = given.get(name);
    if (result) return Promise.resolve(result);
    return new Promise<Result<unknown, Failure>>((settle) => waiting.push({ name, settle }));
  }) as Bridge['call'];

  const on: Bridge['on'] = (event, listener) => {
    const heard = listeners.get(event) ?? new Set();
    listeners.set(event, heard.add(listener));
    return () => heard.delete(listener);
  };

  return {
    call,
    on,
    /** The names of all calls so far. */
    get asked(): readonly Call[] {
      return requests.map(({ name }) => name);
    },
    /** What each call of this name was asked with. */
    inputsOf: (name: Call): readonly unknown[] =>
      requests.filter((request) => request.name === name).map(({ input }) => input),
    /** Answers the oldest open call of this name, and lets what waited for it go on. */
    async answer(name: Call, result: Result<unknown, Failure> = ok()): Promise<void> {
      const index = waiting.findIndex((one) => one.name === name);
      if (index < 0)
        throw new Error(`nobody asked ${name}; asked: ${requests.map((one) => one.name).join(', ')}`);
      waiting.splice(index, 1)[0]?.settle(result);
      await settled();
    },
    announce<E extends AppEvent>(event: E, payload: EventPayload<E>): void {
      listeners.get(event)?.forEach((listener) => listener(payload as never));
    },
  };
}
