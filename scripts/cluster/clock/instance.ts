import { connectMeetingEvents } from '../../../src/client/meeting-events.ts';
import { connectService, type Fetch } from '../../../src/client/service-client.ts';
import type { Failure } from '../../../src/shared/failure.ts';
import { admission, type Admission, type EndReason } from '../../../src/shared/meeting.ts';
import type { Result } from '../../../src/shared/result.ts';
import { codeOf } from '../recovery/code-of.ts';
import type { Cluster } from '../start-cluster.ts';

export type InstanceName = 'service-a' | 'service-b';
/** How a meeting ended for somebody, and when by the true clock (ms since 1970). */
export type Ended = { readonly reason: EndReason; readonly at: number };

/** One instance of the service, past nginx, asked by the app's own code. */
export function instance(cluster: Cluster, name: InstanceName) {
  const fetch: Fetch = (url, init) => cluster.ask(name, new URL(url).pathname, init);
  const { call } = connectService({
    origin: cluster.serviceUrl,
    fetch,
    appVersion: '9.9.9',
  });
  return {
    call,
    open: async (token: string, idempotencyKey?: string): Promise<Admission> =>
      answered(
        await call('openMeeting', {}, { token, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }),
      ),
    join: async (opened: Admission): Promise<Admission> =>
      admission.parse(answered(await call('join', { code: codeOf(opened), displayName: 'Marie' }))),
    rejoin: async ({ participationToken: token }: Admission): Promise<Admission> =>
      admission.parse(answered(await call('rejoin', {}, { token }))),
    refusal: async ({ participationToken: token }: Admission): Promise<string> => {
      const answer = await call('rejoin', {}, { token });
      return answer.ok ? 'none' : answer.error.code;
    },
    /** Follows the events from now on; resolves when one of them says that the meeting is over. */
    end: ({ participationToken }: Admission): Promise<Ended> =>
      new Promise((resolve) => {
        connectMeetingEvents({ origin: cluster.serviceUrl, fetch, random: Math.random }).follow(
          participationToken,
          {
            onEvent: (event) => event.type === 'ended' && resolve({ reason: event.reason, at: Date.now() }),
            onReachable: () => undefined,
          },
        );
      }),
    readiness: async () => {
      const answer = await cluster.ask(name, '/readyz');
      return { status: answer.status, ...((await answer.json()) as { ready: boolean; drift: number }) };
    },
  };
}
export type Instance = ReturnType<typeof instance>;

function answered<T>(answer: Result<T, Failure>): T {
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
