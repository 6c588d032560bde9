import type { FetchBody } from 'openid-client';
import { IssuerError } from './issuer-trouble.ts';

/** `fetch` as far as the issuer is asked. */
type IssuerFetch = (
  url: string,
  init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: FetchBody },
) => Promise<Response>;

type Limits = { readonly timeoutMs: number; readonly maxBytes: number };

/**
 * Fetches with a limit for the whole answer, in time and in size after decompression, and follows no redirect: the
 * answer must come from where the operator configured the issuer. Throws otherwise.
 */
export const boundFetch =
  (fetch: typeof globalThis.fetch, { timeoutMs, maxBytes }: Limits): IssuerFetch =>
  async (url, init) => {
    // Our options come last: a library has its own, more patient ones.
    const ours = { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) } as const;
    const response = await fetch(url, { ...init, body: init.body ?? null, ...ours });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new IssuerError('it redirects elsewhere');
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      // Leaving the loop closes the connection.
      if (size > maxBytes) throw new IssuerError('its answer is too long');
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks);
    return new Response(text.length > 0 ? text : null, {
      status: response.status,
      headers: response.headers,
    });
  };
