import { z } from 'zod';
import { keyList } from './key-list.ts';

const text = z.string().max(1000).optional();

/** Sign-in of agents in a browser. The keys may be there before anybody signs in: a rotation goes ahead of its use. */
export const webVariables = {
  VISIO_OIDC_WEB_CLIENT_ID: text,
  VISIO_OIDC_WEB_CLIENT_SECRET: text,
  VISIO_SESSION_KEYS: keyList.optional(),
};

/** One line for each variable that goes with another and is missing. */
export function missingForWeb(given: Readonly<Record<string, string | undefined>>): string[] {
  const pair = ['VISIO_OIDC_WEB_CLIENT_ID', 'VISIO_OIDC_WEB_CLIENT_SECRET'];
  const wanted = pair.some((name) => given[name] !== undefined);
  if (!wanted) return [];
  const needed = [...pair, 'VISIO_SESSION_KEYS'].filter((name) => given[name] === undefined);
  return [
    ...needed.map((name) => `${name}: must be given, because signing in in a browser needs it`),
    ...(given['VISIO_AUTH'] === 'oidc'
      ? []
      : ['VISIO_AUTH: must be oidc, because there is a client for the web']),
  ];
}
