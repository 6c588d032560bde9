import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../log.ts';
import type { Guard } from '../supervision/guard.ts';
import { createProgram, type Program } from '../supervision/program.ts';
import type { LivekitServer } from './livekit.ts';

const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

type ServiceRequest = {
  readonly port: number;
  readonly livekit: LivekitServer;
  readonly guard: Guard;
  readonly log: Log;
  /** A private directory for what the service keeps. */
  readonly directory: string;
  /** Variables of the service that replace or add to the stack's own. */
  readonly env: Readonly<Record<string, string>>;
  readonly onDeath: (how: string) => void;
};
export const serviceUrlAt = (port: number): string => `http://127.0.0.1:${port}`;
export type StartedService = { readonly url: string; readonly program: Program };

/** Starts the meeting service on a port of loopback, without sign-in, and waits until it answers. */
export async function launchService(request: ServiceRequest): Promise<StartedService> {
  const url = serviceUrlAt(request.port);
  const program = createProgram(
    {
      name: 'The meeting service',
      command: process.execPath,
      args: [path.join('src', 'service', 'index.ts')],
      cwd: root,
      env: { ...withoutOurs(process.env), ...variables(url, request), ...request.env },
      isReady: () => isHealthy(url),
      readyWithinMs: 20_000,
    },
    { guard: request.guard, log: request.log, onLine: request.log, onDeath: request.onDeath },
  );
  await program.start();
  return { url, program };
}

function variables(url: string, { port, livekit, directory }: ServiceRequest) {
  return {
    VISIO_HOST: '127.0.0.1',
    VISIO_PORT: String(port),
    VISIO_PUBLIC_URL: url,
    VISIO_INSTANCE_NAME: 'stack',
    VISIO_AUTH: 'none',
    VISIO_BRAND_STATE: 'true',
    VISIO_LINK_DOCUMENTATION: 'https://monaidenumerique.education.gouv.fr/',
    // A reserved host (RFC 2606): where an operator's own pages would be.
    VISIO_LINK_ACCESS_TERMS: 'https://visio.example/modalites-d-acces',
    VISIO_LINK_LEGAL: 'https://visio.example/mentions-legales',
    VISIO_LINK_PRIVACY: 'https://visio.example/donnees-personnelles',
    VISIO_LINK_TERMS: 'https://visio.example/conditions-generales',
    VISIO_CODE_KEYS: randomBytes(32).toString('base64url'),
    VISIO_STORE_FILE: path.join(directory, 'store.json'),
    VISIO_LIVEKIT_API_URL: livekit.httpUrl,
    VISIO_LIVEKIT_PUBLIC_URL: livekit.url,
    VISIO_LIVEKIT_API_KEY: livekit.apiKey,
    VISIO_LIVEKIT_API_SECRET: livekit.apiSecret,
  };
}

/** What a developer has set for another service must not leak into this one. */
const withoutOurs = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('VISIO_')));

const isHealthy = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );
