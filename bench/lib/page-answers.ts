import { setTimeout as sleep } from 'node:timers/promises';
import type { Cdp } from './cdp.ts';

/** Asks the page what an expression comes to, waiting for it if it is a promise. */
export type Ask = <T>(expression: string) => Promise<T>;

type Answer = { readonly done?: true; readonly value?: unknown; readonly error?: string };
type Evaluated = { readonly result: { readonly value: Answer }; readonly exceptionDetails?: object };

/** Rare enough to cost the page nothing; what is measured are moments that the page itself notes. */
const betweenMs = 50;

/**
 * `Runtime.evaluate` with `awaitPromise` loses answers: V8 (of Chromium 130) holds them by weak references, and what waits in a
 * document that is about to be replaced ends, as garbage collection happens to come, with « context was destroyed », with
 * « Promise was collected », or never. Here the page keeps what it was asked, and is looked at until it knows; a document
 * that does not know the question is asked it anew.
 */
export const askPage = (cdp: Cdp, session: string): Ask => {
  let lastId = 0;
  return async <T>(expression: string): Promise<T> => {
    lastId += 1;
    for (const look = lookAt(lastId, expression); ; await sleep(betweenMs)) {
      const { done, value, error } = await evaluate(cdp, session, look);
      if (error !== undefined) throw new Error(`${expression}: ${error}`);
      if (done) return value as T;
    }
  };
};

const lookAt = (id: number, expression: string): string => `(() => {
  const asked = (globalThis.benchAsked ??= new Map());
  if (asked.has(${id})) return asked.get(${id});
  const answer = {};
  asked.set(${id}, answer);
  const keep = (value) => Object.assign(answer, { done: true, value });
  const refuse = (error) => Object.assign(answer, { error: String(error) });
  try {
    const value = ${expression};
    if (value instanceof Promise) value.then(keep, refuse);
    else keep(value);
  } catch (error) {
    refuse(error);
  }
  return answer;
})()`;

async function evaluate(cdp: Cdp, session: string, expression: string): Promise<Answer> {
  try {
    const asked = { expression, returnByValue: true };
    const { result, exceptionDetails } = await cdp.send<Evaluated>('Runtime.evaluate', asked, session);
    return exceptionDetails ? { error: JSON.stringify(exceptionDetails) } : result.value;
  } catch (error) {
    // The document was replaced under the question: the next look asks the one that came.
    if (error instanceof Error && /context|navigated/.test(error.message)) return {};
    throw error;
  }
}
