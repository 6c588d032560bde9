import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listenTo } from '../../testing/listen-to.ts';
import { startTestService, type TestService } from '../../testing/test-service.ts';
import type { Admission } from './wire.ts';

type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  json(): ReturnType<typeof JSON.parse>;
};
type Asked = {
  /** An object is written as JSON, a text is sent as it is. */
  readonly body?: object | string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The service, as a program sees it that knows nothing but the contract: HTTP on a port, texts and headers. */
export type BlackBoxService = {
  /** `call` as the contract writes it: `POST /api/v1/meetings`. */
  ask(call: string, asked?: Asked): Promise<Answer>;
  open(asked?: Asked): Promise<Admission>;
  join(link: string, displayName: string, token?: string): Promise<Answer>;
  moderate(by: Admission, body: object): Promise<Answer>;
  /** The event stream, piece by piece. */
  listen(token: string): ReturnType<typeof listenTo>;
  /** What no program outside has: the clock, LiveKit's place, the store. */
  readonly inside: TestService;
  stop(): Promise<void>;
};

export async function startBlackBoxService(environment: NodeJS.ProcessEnv = {}): Promise<BlackBoxService> {
  const inside = await startTestService(environment);
  await inside.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = inside.app.server.address() as AddressInfo;

  const ask: BlackBoxService['ask'] = async (call, { body, token, headers } = {}) => {
    const [method = '', path = ''] = call.split(' ');
    const sent = request({
      port,
      method,
      path,
      headers: {
        host: '127.0.0.1:8080',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    sent.end(typeof body === 'object' ? JSON.stringify(body) : body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const text = Buffer.concat(await answer.toArray()).toString();
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      text,
      json: () => JSON.parse(text),
    };
  };
  return {
    ask,
    inside,
    open: async (asked = {}) => (await ask('POST /api/v1/meetings', { body: {}, ...asked })).json(),
    join: (link, displayName, token) =>
      ask('POST /api/v1/invitations/join', { body: { code: codeIn(link), displayName }, token }),
    moderate: (by, body) =>
      ask('POST /api/v1/participation/moderate', { body, token: by.participationToken }),
    listen: (participationToken) => listenTo(inside, { participationToken }),
    stop: () => inside.app.close(),
  };
}

/** The last part of `https://<host>/r/<code>`. */
export const codeIn = (link: string): string => link.slice(link.lastIndexOf('/') + 1);
