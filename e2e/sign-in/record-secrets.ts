import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TestProvider } from '../../src/service/testing/oidc-provider.ts';

/** All that is secret between the app and its provider, by what it is. */
export type Secrets = Map<string, string>;

const inRequests = ['code', 'code_verifier', 'refresh_token'];
const inAnswers = ['access_token', 'refresh_token', 'id_token'];

/** Takes down every secret that the provider is told at its token endpoint, and every one that it gives. */
export function overhear(provider: TestProvider): Secrets {
  const secrets: Secrets = new Map();
  const note = (name: string, value: unknown): void => {
    if (typeof value === 'string') secrets.set(`${name} ${secrets.size}`, value);
  };
  provider.instead = (request, response) => {
    if (request.url === '/token') {
      listen(request, 'data', (body) => {
        const fields = new URLSearchParams(body);
        for (const name of inRequests) note(name, fields.get(name));
      });
      listenToAnswer(response, (body) => {
        const fields = JSON.parse(body) as Record<string, unknown>;
        for (const name of inAnswers) note(name, fields[name]);
      });
    }
    provider.answer(request, response);
  };
  return secrets;
}

/** Hears what others read too: a listener of our own would take it away from them. */
function listen(request: IncomingMessage, event: string, hear: (text: string) => void): void {
  const emit = request.emit.bind(request);
  request.emit = (name: string | symbol, ...args: unknown[]): boolean => {
    if (name === event) hear(String(args[0]));
    return emit(name, ...args);
  };
}

function listenToAnswer(response: ServerResponse, hear: (text: string) => void): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = ((...args: unknown[]): ServerResponse => {
    const [body] = args;
    if (typeof body === 'string' || Buffer.isBuffer(body)) hear(body.toString());
    return end(...args);
  }) as typeof response.end;
}
