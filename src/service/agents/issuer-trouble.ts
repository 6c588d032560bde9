import type { Log } from '../operation/log.ts';
import type { Clock } from '../system/clock.ts';

/** What is wrong with the issuer, in words of ours that may be logged. */
export class IssuerError extends Error {}

export type ReportTrouble = (what: 'discovery' | 'keys' | 'introspection', error: unknown) => void;

const minute = 60_000;

/** Tells the operator, at most once a minute for each kind: every agent's request may meet the same trouble. */
export function reportTrouble(log: Log, clock: Clock): ReportTrouble {
  const toldAt = new Map<string, number>();
  return (what, error) => {
    const last = toldAt.get(what) ?? -Infinity;
    if (Math.abs(clock() - last) < minute) return;
    toldAt.set(what, clock());
    log.warn({ what, why: whyOf(error) }, 'the issuer of agents does not answer as it should');
  };
}

/**
 * A code, never a foreign sentence: an issuer's own words may quote a token. The innermost one says most, as
 * ECONNREFUSED does under « fetch failed ».
 */
function whyOf(error: unknown): string {
  if (error instanceof IssuerError) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  const { error: oauth, code, cause } = error as { error?: unknown; code?: unknown; cause?: unknown };
  if (typeof oauth === 'string' && /^[a-z_]{1,60}$/.test(oauth)) return oauth;
  if (cause instanceof Error) return whyOf(cause);
  return typeof code === 'string' && code.length <= 60 ? code : error.name;
}
