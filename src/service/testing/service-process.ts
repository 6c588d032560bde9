import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Admission } from '../../shared/meeting.ts';
import { codeOf, testEnvironment } from './test-service.ts';

const entry = fileURLToPath(new URL('../index.ts', import.meta.url));

export type ServiceProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  post(path: string, body: unknown, token?: string): Promise<Response>;
  open(): Promise<Admission>;
  join(link: string): Promise<Response>;
  /** Resolves with the exit code, null if a signal ended it. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
};

/** The service as it is really run, on a port of its own choice or, after a restart, on that of `url`. */
export async function startServiceProcess(
  environment: NodeJS.ProcessEnv,
  url = 'http://127.0.0.1:0',
): Promise<ServiceProcess> {
  const child = spawnService({ ...environment, VISIO_PUBLIC_URL: url, VISIO_PORT: new URL(url).port });
  const listening = await firstUrl(child);
  const post: ServiceProcess['post'] = (path, body, token) =>
    fetch(listening + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
  return {
    url: listening,
    child,
    post,
    open: async () => (await post('/api/v1/meetings', {})).json() as Promise<Admission>,
    join: (link) => post('/api/v1/invitations/join', { code: codeOf(link), displayName: 'Marie Gérard' }),
    async stop(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}

export const spawnService = (environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [entry], {
    env: { PATH: process.env['PATH'], ...testEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** What a parent reads to know where the service listens. */
async function firstUrl(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  for await (const line of createInterface({ input: child.stdout ?? ([] as never) })) {
    const { msg, url } = JSON.parse(line) as { msg?: string; url?: string };
    if (msg === 'listening' && url !== undefined) {
      // Nobody reads on: a full pipe would stop the service at its next line.
      child.stdout?.resume();
      return url;
    }
  }
  throw new Error(`The service ended before it listened: ${said}`);
}
