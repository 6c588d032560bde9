import type { Hostile } from './mutation.ts';
import type { Answered } from './send.ts';

/** The contract's list, by hand; service-error is not among what may be heard. */
const refusals: Readonly<Record<string, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  removed: 403,
  'not-allowed': 403,
  'not-an-agent': 403,
  'meeting-over': 404,
  'meeting-full': 409,
  'idempotency-conflict': 422,
  'meeting-locked': 423,
};
/** Lines of a stack, names of our files, words of what we are built with. */
const insides =
  /\n\s+at |node_modules|\.[cm]?[jt]s\b|file:\/\/|\/work\/|\/src\/|Error:|fastify|zod|undici|ECONN|FST_/i;
/** (ms) No single request may keep the service busy for longer; the machine may be busy with other tests. */
const longest = 3000;

/** What is wrong with the answer to a request that had to be refused; empty if nothing is. */
export function faultsOf(request: Hostile, answer: Answered | null, secrets: readonly string[]): string[] {
  if (answer === null)
    return /huge|many|flood/.test(request.kind) ? [] : ['the connection was closed without a word'];
  const { status, headers, text, ms } = answer;
  const faults: string[] = [];
  const whole = `${JSON.stringify(headers)}\n${text}`;
  if (insides.test(whole)) faults.push('it tells of the inside');
  if (secrets.some((secret) => whole.includes(secret))) faults.push('it holds a secret');
  if (ms > longest) faults.push(`it took ${Math.round(ms)} ms`);
  const isPage =
    String(headers['content-type']).startsWith('text/html') &&
    // What asked with more headers than are read is known no more: a person may look at the answer.
    (status === 431
      ? /header: (?:huge|many)/.test(request.kind)
      : request.path.startsWith('/r/') && status === 404);
  if (isPage) return faults;
  if (request.method === 'HEAD')
    return status >= 400 && status < 500 ? faults : [...faults, `status ${status}`];
  if (headers['content-type'] !== 'application/problem+json')
    return [...faults, `status ${status}, type ${String(headers['content-type'])}`];
  const { type, title, status: said, field, ...more } = readJson(text);
  const code = String(type).replace('urn:visio-agents:failure:', '');
  // There is nothing at that address.
  const fits = refusals[code] === status || (code === 'bad-request' && status === 404);
  if (!fits || said !== status) faults.push(`${code} with the status ${status}`);
  if (typeof title !== 'string' || Object.keys(more).length > 0) faults.push('its members are others');
  if (field !== undefined && typeof field !== 'string') faults.push('its field is no text');
  return faults;
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return { type: 'no JSON' };
  }
}
