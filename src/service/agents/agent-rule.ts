import { err, ok, type Result } from '../../shared/result.ts';
import type { Claims } from './issuer.ts';

/** Who among those with an account is an agent. */
export type AgentRule = { readonly claim: string; readonly values: readonly string[] };

/** Reads `claim=value[,value]`; a claim inside another is written with dots. */
export function parseAgentRule(text: string): Result<AgentRule, 'malformed'> {
  const at = text.indexOf('=');
  const claim = text.slice(0, Math.max(at, 0)).trim();
  const values = text
    .slice(at + 1)
    .split(',')
    .map((value) => value.trim());
  return claim === '' || values.includes('') ? err('malformed') : ok({ claim, values });
}

/** Whether the claim, or one of its members where it is a list, is one of the values. */
export function obeys(claims: Claims, { claim, values }: AgentRule): boolean {
  const found = valuesAt(claims, claim).flatMap((value) =>
    // The one claim of OAuth that is a list written as a text.
    claim === 'scope' && typeof value === 'string' ? value.split(' ') : value,
  );
  return found.some((value) => isPlain(value) && values.includes(String(value)));
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Everything that stands under the path; lists are looked through. Names may hold dots themselves, as addresses do. */
function valuesAt(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((member) => valuesAt(member, path));
  if (path === '') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (path === name) return valuesAt(inner, '');
    return path.startsWith(`${name}.`) ? valuesAt(inner, path.slice(name.length + 1)) : [];
  });
}
