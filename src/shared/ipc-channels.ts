/** What preload puts on the page's `window.visio`: raw, unchecked on the page's side; `bridge.ts` gives it types. */
export type PreloadApi = {
  call(name: string, input: unknown): Promise<unknown>;
  /** Returns the function that stops listening. */
  on(listener: (name: string, payload: unknown) => void): () => void;
};
export const ipcChannels = { call: 'visio:call', event: 'visio:event' } as const;
