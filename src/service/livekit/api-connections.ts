import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { ServerError } from 'livekit-server-sdk';

/** Sends one request of LiveKit's API and answers its JSON, as the `rpc` of the SDK's clients (2.19) does. */
export type SendRequest = (
  service: string,
  method: string,
  data: unknown,
  headers: Readonly<Record<string, string>>,
) => Promise<unknown>;

/**
 * How long (ms) a connection may be unused and still be used again. One that died without a word, because a machine or
 * a firewall between forgot it, would cost whoever uses it the whole timeout. A busy service uses all of its own sooner.
 */
const idleMs = 500;

/** LiveKit refuses the same PIN a second time, and nobody would know the rule that it made the first time. */
const onlyOnce = new Set(['CreateSIPDispatchRule']);

/**
 * The connections to LiveKit's API. The SDK's own are those of `fetch`, which uses one again after 4 s without use, or
 * much longer if the server allows it, and does not tell whether the one that failed had been used before.
 */
export function openApiConnections(apiUrl: string): (timeoutSeconds: number) => SendRequest {
  const { Agent, request } = new URL(apiUrl).protocol === 'https:' ? https : http;
  const reused = new Agent({ keepAlive: true, timeout: idleMs });

  type Call = { readonly url: URL; readonly options: http.RequestOptions; readonly body: string };

  function attempt({ url, options, body }: Call, agent: http.Agent | false): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { ...options, agent });
      let readBefore = 0;
      sent.once('socket', ({ bytesRead }) => (readBefore = bytesRead));
      sent.once('error', (error) => {
        const isDead = sent.reusedSocket && sent.socket?.bytesRead === readBefore;
        reject(isDead ? new DeadConnection(error.message, { cause: error }) : error);
      });
      sent.once('response', (response) => void read(response).then(resolve, reject));
      sent.end(body);
    });
  }

  return (timeoutSeconds) => async (service, method, data, headers) => {
    const url = new URL(`/twirp/livekit.${service}/${method}`, apiUrl);
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const body = JSON.stringify(data);
    const asJson = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const options = { method: 'POST', headers: { ...headers, ...asJson }, signal };
    const call = { url, options, body };
    try {
      const answer = await attempt(call, reused).catch((error: unknown) => {
        if (!(error instanceof DeadConnection) || signal.aborted || onlyOnce.has(method)) throw error;
        // The others may be dead as well.
        return attempt(call, false);
      });
      return JSON.parse(answer);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  };
}

/** A connection that had been used before failed before it brought a byte. */
class DeadConnection extends Error {}

async function read(response: http.IncomingMessage): Promise<string> {
  const { statusCode = 0, statusMessage = '' } = response;
  const body = await text(response);
  if (statusCode >= 200 && statusCode < 300) return body;
  const isJson = response.headers['content-type']?.startsWith('application/json') === true;
  const said = (isJson ? refusalIn(body) : null) ?? { msg: body };
  throw new ServerError(statusMessage, said.msg ?? '', statusCode, said.code);
}

/** Null if it is no JSON: a proxy before LiveKit may claim what it likes, and the status still counts. */
function refusalIn(body: string): { msg?: string; code?: string } | null {
  try {
    return JSON.parse(body) as { msg?: string; code?: string } | null;
  } catch {
    return null;
  }
}
