import type { Answer, AppEvent, Call, CallInput, EventPayload } from '../shared/ipc.ts';
import type { PreloadApi } from '../shared/ipc-channels.ts';

/** The renderer's only way to main; in a browser another implementation of the same table answers over fetch. */
export type Bridge = {
  /** Never rejects: whatever goes wrong comes back as a failure. */
  call<C extends Call>(name: C, ...input: CallInput<C> extends void ? [] : [CallInput<C>]): Answer<C>;
  /** Returns the function that stops listening. */
  on<E extends AppEvent>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
};

declare global {
  interface Window {
    /** Put there by preload; main has checked whatever comes out of it. */
    readonly visio?: PreloadApi;
  }
}

export const createBridge = (api: PreloadApi): Bridge => ({
  // Main parses every input and answers with the table's own types, so the cast states what the door guarantees.
  call: (name, ...input) => api.call(name, input[0]) as Answer<typeof name>,
  on: (wanted, listener) =>
    api.on((name, payload) => {
      if (name === wanted) listener(payload as EventPayload<typeof wanted>);
    }),
});
