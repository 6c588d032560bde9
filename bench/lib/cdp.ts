/** One conversation with Chromium's debugging port, as small as it can be: an attached library would be measured too. */
export type Cdp = {
  send<T = unknown>(method: string, params?: object, session?: string): Promise<T>;
  onEvent(listener: (method: string, params: Record<string, unknown>, session?: string) => void): void;
  close(): void;
};

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** `address` is the `ws://…` that Chromium prints. Calls that are open when the program ends are rejected. */
export async function connectCdp(address: string): Promise<Cdp> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`nobody answers on ${address}`)), { once: true });
  });
  let lastId = 0;
  const open = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  const listeners: Parameters<Cdp['onEvent']>[0][] = [];
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, sessionId, result, error } = JSON.parse(String(data)) as Message;
    if (method !== undefined) for (const listener of listeners) listener(method, params ?? {}, sessionId);
    const call = id === undefined ? undefined : open.get(id);
    if (id === undefined || !call) return;
    open.delete(id);
    if (error) call.reject(new Error(error.message));
    else call.resolve(result as never);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of open.values()) reject(new Error('the program has ended'));
    open.clear();
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        open.set(lastId, { resolve, reject });
        socket.send(JSON.stringify({ id: lastId, method, params, sessionId }));
      }),
    onEvent: (listener) => void listeners.push(listener),
    close: () => socket.close(),
  };
}
