import type { Failure, FailureCode } from '../shared/failure.ts';
import type { Result } from '../shared/result.ts';
import { sleep } from './sleep.ts';

type Ask<T> = (as: { readonly token?: string }) => Promise<Result<T, Failure>>;

/** The agent who is signed in, for whoever calls a service in their name. */
export type AgentTokens = {
  /** For this origin and no other than the own service's; null for whoever is not signed in there. */
  accessToken(origin: string): Promise<Result<string | null, Failure>>;
  /** The service did not take this one: the next is a new one, if it is certain that the token is to blame or another can be had. */
  refused(accessToken: string, isCertain: boolean): void;
};

/** A call in the agent's name. A token that the service does not take is replaced by a new one, once. */
export async function asAgent<T>(
  session: AgentTokens,
  origin: string,
  ask: Ask<T>,
): Promise<Result<T, Failure>> {
  const first = await session.accessToken(origin);
  if (!first.ok) return first;
  const answer = await ask(withToken(first.value));
  if (answer.ok || !isRefused(answer.error) || first.value === null) return answer;
  session.refused(first.value, answer.error.code === 'not-signed-in');
  const second = await session.accessToken(origin);
  if (!second.ok) return second;
  return second.value === first.value ? answer : ask(withToken(second.value));
}

/**
 * The same for who may also come as a guest: an agent whose sign-in cannot be renewed just now, or whose token cannot be
 * judged (the issuer is away, or neighbours have sent too many wrong ones), still gets in. As an agent first, once more,
 * where the service says that it is a matter of seconds: a guest waits before the door, and is no moderator.
 */
export async function asAgentOrGuest<T>(
  session: AgentTokens,
  origin: string,
  ask: Ask<T>,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<Result<T, Failure>> {
  let answer = await asAgent(session, origin, ask);
  if (!answer.ok && answer.error.ofCredentials) {
    const { retryAfter = Infinity } = answer.error;
    if (retryAfter <= longestWait) {
      await wait(retryAfter * 1000);
      answer = await asAgent(session, origin, ask);
    }
  }
  if (answer.ok) return answer;
  // A service that has too much to do is not asked twice, and what was said of the meeting is said to the guest again.
  const { code, ofCredentials } = answer.error;
  return ofCredentials || cannotRenew.has(code) ? ask({}) : answer;
}

/**
 * An address that has sent too many wrong tokens reads too-many-requests for one more; it reads the same for a good one
 * that the issuer would have to be asked about.
 */
const isRefused = ({ code, ofCredentials }: Failure): boolean =>
  code === 'not-signed-in' || (code === 'too-many-requests' && ofCredentials === true);

/** Seconds that somebody who clicked « Rejoindre » is kept waiting to be known as an agent. */
const longestWait = 10;

const cannotRenew: ReadonlySet<FailureCode> = new Set([
  'session-expired',
  'sign-in-unreachable',
  'sign-in-answer-wrong',
  'sign-in-for-another',
  'clock-wrong',
]);

const withToken = (token: string | null): { token?: string } => (token === null ? {} : { token });
