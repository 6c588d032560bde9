import { parseJson } from '../../shared/parse-json.ts';
import type { Fetch } from '../../client/service-client.ts';
import { readAtMost } from '../../client/read-at-most.ts';
import { gatewayStatus } from '../../client/read-problem.ts';

/** `fetch`, and what it returned: that counts even if the library rejects the answer. */
export type Answers = {
  readonly fetch: Fetch;
  /** Whether the last request got no answer of the provider: none at all, or a gateway said that it does not answer. */
  isAway(): boolean;
  /** Ms since the epoch by the clock of the server that answered last; null if it does not say. */
  time(): number | null;
  /** The refresh token given last: the former may be void from then on, even if the rest of the answer is invalid. */
  refreshToken(): string | null;
};

/** Far more than any answer of a provider; a userinfo may hold a picture. */
const maxAnswerBytes = 1_000_000;

export function observeAnswers(fetch: Fetch): Answers {
  let isAway = false;
  let time: number | null = null;
  let refreshToken: string | null = null;
  return {
    isAway: () => isAway,
    time: () => time,
    refreshToken: () => refreshToken,
    async fetch(url, init) {
      isAway = true;
      const response = await fetch(url, { ...init, credentials: 'omit', cache: 'no-store' });
      const { status, headers } = response;
      const text = await readAtMost(response, maxAnswerBytes);
      isAway = gatewayStatus.has(status);
      const date = Date.parse(headers.get('date') ?? '');
      time = Number.isNaN(date) ? null : date;
      if (text === null) throw new Error('an answer without end');
      if (status === 200) refreshToken = refreshTokenIn(text) ?? refreshToken;
      return new Response(text === '' ? null : text, { status, headers });
    },
  };
}

function refreshTokenIn(text: string): string | null {
  // It may be a web page, or cut off.
  const answer = parseJson(text) as { readonly refresh_token?: unknown } | null | undefined;
  const token = answer?.refresh_token;
  return typeof token === 'string' && token !== '' ? token : null;
}
