import type { Failure, FailureCode } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import type { Session } from './session.ts';

type Ask<T> = (as: { readonly token?: string }) => Promise<Result<T, Failure>>;
type Tokens = Pick<Session, 'accessToken' | 'refused'>;

/** A call in the agent's name. A token that the service does not take is replaced by a new one, once. */
export async function asAgent<T>(session: Tokens, origin: string, ask: Ask<T>): Promise<Result<T, Failure>> {
  const first = await session.accessToken(origin);
  if (!first.ok) return first;
  const answer = await ask(withToken(first.value));
  if (answer.ok || answer.error.code !== 'not-signed-in' || first.value === null) return answer;
  session.refused(first.value);
  const second = await session.accessToken(origin);
  return second.ok ? ask(withToken(second.value)) : second;
}

/**
 * The same for who may also come as a guest: an agent whose sign-in cannot be renewed just now, or whose token cannot be
 * judged (the issuer is away, or neighbours have sent too many wrong ones), still gets in.
 */
export async function asAgentOrGuest<T>(
  session: Tokens,
  origin: string,
  ask: Ask<T>,
): Promise<Result<T, Failure>> {
  let wasGuest = true;
  const answer = await asAgent(session, origin, (as) => {
    wasGuest = as.token === undefined;
    return ask(as);
  });
  if (answer.ok) return answer;
  const { code } = answer.error;
  // What was said of the meeting and not of the token is said to the guest again.
  const mayBeOfToken = !wasGuest && notJudged.has(code);
  return mayBeOfToken || cannotRenew.has(code) ? ask({}) : answer;
}

const notJudged: ReadonlySet<FailureCode> = new Set(['too-many-requests', 'service-busy']);

const cannotRenew: ReadonlySet<FailureCode> = new Set([
  'session-expired',
  'sign-in-unreachable',
  'sign-in-answer-wrong',
  'sign-in-for-another',
  'clock-wrong',
]);

const withToken = (token: string | null): { token?: string } => (token === null ? {} : { token });
