import { isLoopbackHost } from '../shared/loopback.ts';
import { err, ok, type Result } from '../shared/result.ts';

export type Config = {
  /** Origin of the meeting service, for example `https://visio.example`. */
  readonly serverOrigin: string;
};

/** A host that can never exist (RFC 2606): an app that nobody pointed at a service says that it cannot reach one. */
const noServer = 'https://visio-agents.invalid';

/** `VISIO_SERVER_URL` must be an origin: https, or http on loopback. The error is a sentence for a terminal. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string> {
  const given = env['VISIO_SERVER_URL'] || noServer;
  const wanted = 'VISIO_SERVER_URL must be an address such as https://visio.example (http only on loopback)';
  if (!URL.canParse(given)) return err(`${wanted}, not "${given}"`);
  const url = new URL(given);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  const bare =
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  return secure && bare ? ok({ serverOrigin: url.origin }) : err(`${wanted}, not "${given}"`);
}
