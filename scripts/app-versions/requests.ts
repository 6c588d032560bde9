import type { Fetch } from '../../src/client/service-client.ts';
import { connectService } from '../../src/client/service-client.ts';
import type { ApiCall } from '../../src/shared/service-api.ts';
import type { Admission } from '../../src/shared/meeting.ts';
import { codeOf, type TestService } from '../../src/service/testing/test-service.ts';

/** One request as an app sent it, with `{code}`, `{opener}` and `{guest}` for what is another each time. */
export type Recorded = {
  readonly call: ApiCall;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly status: number;
  /** Members of the answer that the app may rely on, as `meeting.id: string`. */
  readonly members: readonly string[];
};

/** What stands for what, by the time that it is known. */
type Known = Record<'{code}' | '{opener}' | '{guest}', string>;
const nothingKnown = (): Known => ({ '{code}': '', '{opener}': '', '{guest}': '' });

function learn(known: Known, call: ApiCall, answer: unknown): void {
  const { meeting, participationToken } = answer as Admission;
  if (call === 'openMeeting') {
    known['{opener}'] = participationToken;
    known['{code}'] = codeOf(meeting.links.participant);
  }
  if (call === 'join') known['{guest}'] = participationToken;
}

/** What the app of this version sends from opening a meeting to its end, by its own client. */
export async function recordRequests(service: TestService, appVersion: string): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const known = nothingKnown();
  let call: ApiCall = 'discovery';
  const nameless = (text: string): string => {
    for (const [name, value] of Object.entries(known)) if (value !== '') text = text.replaceAll(value, name);
    return text;
  };
  const fetch: Fetch = async (url, init) => {
    const { pathname } = new URL(url);
    const {
      method = 'GET',
      headers,
      body,
    } = init as { method?: string; headers: Record<string, string>; body?: string };
    const answer = await send(service, { method, path: pathname, headers, body: body ?? null });
    recorded.push({
      call,
      method,
      path: pathname,
      headers: JSON.parse(nameless(JSON.stringify(headers))) as Record<string, string>,
      body: body === undefined ? null : nameless(body),
      status: answer.statusCode,
      members: membersOf(answer.body),
    });
    if (answer.body !== '') learn(known, call, answer.json());
    return new Response(answer.body === '' ? null : answer.body, { status: answer.statusCode });
  };
  const app = connectService({
    origin: service.deps.publicOrigin(),
    fetch,
    appVersion,
  });
  await app.discover();
  const asApp: typeof app.call = (name, ...rest) => {
    call = name;
    return app.call(name, ...rest);
  };
  await asApp('openMeeting', {}, { idempotencyKey: 'a-click' });
  await asApp('lookUp', { code: known['{code}'] });
  await asApp('join', { code: known['{code}'], displayName: 'Marie Gérard' });
  await asApp('rejoin', {}, { token: known['{guest}'] });
  await asApp('leave', {}, { token: known['{guest}'] });
  await asApp('endMeeting', {}, { token: known['{opener}'] });
  await asApp('rejoin', {}, { token: known['{opener}'] });
  await asApp('checkNetwork', {});
  return recorded;
}

/** Sends what was recorded; answers what each request is answered now. */
export async function replayRequests(
  service: TestService,
  recorded: readonly Recorded[],
): Promise<{ readonly status: number; readonly members: readonly string[] }[]> {
  const known = nothingKnown();
  const answers = [];
  for (const request of recorded) {
    const fill = (text: string): string =>
      text.replaceAll(/\{(?:code|opener|guest)\}/g, (name) => known[name as keyof Known]);
    const answer = await send(service, {
      ...request,
      headers: JSON.parse(fill(JSON.stringify(request.headers))) as Record<string, string>,
      body: request.body === null ? null : fill(request.body),
    });
    if (answer.body !== '') learn(known, request.call, answer.json());
    answers.push({ status: answer.statusCode, members: membersOf(answer.body) });
  }
  return answers;
}

const send = (
  { app }: TestService,
  { method, path, headers, body }: Pick<Recorded, 'method' | 'path' | 'headers' | 'body'>,
) =>
  app.inject({
    method,
    url: path,
    headers: { host: '127.0.0.1:8080', ...headers },
    ...(body === null ? {} : { payload: body }),
  });

function membersOf(text: string): string[] {
  const list = (value: unknown, name: string): string[] => {
    if (value === null || typeof value !== 'object')
      return [`${name}: ${value === null ? 'null' : typeof value}`];
    return Object.entries(value).flatMap(([key, member]) =>
      list(member, name === '' ? key : `${name}.${key}`),
    );
  };
  return text === '' ? [] : list(JSON.parse(text), '').toSorted();
}
