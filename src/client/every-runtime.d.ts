// What our clients' runtimes (Electron's main, Node, a browser's page) have in common beyond the language. Declared here,
// instead of pulling in "dom" or "node", so that this code cannot use anything else. Nobody else sees these declarations:
// whoever imports a file of this folder reads the same names by the types of its own runtime.
declare class URL {
  constructor(url: string, base?: string);
  readonly origin: string;
}
declare class TextDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}
declare class AbortSignal {
  static timeout(ms: number): AbortSignal;
  static any(signals: readonly AbortSignal[]): AbortSignal;
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options: { readonly once: true }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
interface ReadableStream<T> {
  getReader(): {
    read(): Promise<
      { readonly done: false; readonly value: T } | { readonly done: true; readonly value?: T }
    >;
    cancel(): Promise<void>;
  };
}
interface Headers {
  get(name: string): string | null;
  has(name: string): boolean;
}
interface Response {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
}
interface RequestInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect?: 'error';
  readonly credentials?: 'omit';
  readonly cache?: 'no-store';
  readonly signal?: AbortSignal;
}
/** A number in browsers, an object in Node. */
interface Timer {
  readonly isTimer: true;
}
declare function setTimeout(run: () => void, ms: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
declare function setInterval(run: () => void, ms: number): Timer;
declare function clearInterval(timer: Timer | undefined): void;
