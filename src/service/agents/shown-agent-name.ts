import { cutName, maxNameLength, nameLength, parseDisplayName } from '../../shared/names/display-name.ts';
import { isReserved } from '../../shared/names/reserved-name.ts';
import { ok, type Result } from '../../shared/result.ts';
import { sameName } from '../../shared/names/same-name.ts';
import { refuse, type Refusal } from '../refusal.ts';

const between = 3; // " (" and ")"

/**
 * How an agent is shown: by the name that was verified, and what they typed after it, in parentheses. Whoever typed
 * their own name, or both as they are shown, is not shown twice. Refuses only what no guest could be called either.
 */
export function shownAgentName(verified: string, typed: string | undefined): Result<string, Refusal> {
  const text = parseDisplayName(typed ?? '');
  if (!text.ok)
    return text.error === 'empty' ? ok(verified) : refuse('bad-request', { field: 'displayName' });
  const room = maxNameLength - nameLength(verified) - between;
  const addition = additionOf(verified, text.value);
  if (addition === '' || room < 1) return ok(verified);
  const shown = `(${cutName(addition, room)})`;
  return isReserved(shown) ? refuse('bad-request', { field: 'displayName' }) : ok(`${verified} ${shown}`);
}

/** What is new in the text. It closes no parenthesis: what stands after one looks verified. */
function additionOf(verified: string, typed: string): string {
  return withoutName(verified, typed)
    .replaceAll(parentheses, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s,;:/–—-]+/u, '')
    .trim();
}

function withoutName(verified: string, typed: string): string {
  const start = typed.slice(0, verified.length).toLowerCase();
  const rest = typed.slice(verified.length);
  // « Marie Gérardin » does not begin with the name « Marie Gérard ».
  if (start === verified.toLowerCase() && /^(?:$|[\s,;:/(–—])/u.test(rest)) return rest;
  const [, name = typed, office = ''] = /^(.*\S)\s*\(([^()]*)\)$/u.exec(typed) ?? [];
  return sameName(name, verified) ? office : typed;
}

/** Whatever is drawn as one. */
const parentheses =
  /[()\u207d\u207e\u208d\u208e\u2768-\u276b\u27ee\u27ef\u2e28\u2e29\ufd3e\ufd3f\ufe35\ufe36\ufe59\ufe5a\uff08\uff09\uff5f\uff60]/gu;
