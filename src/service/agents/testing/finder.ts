import { PassThrough } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { TestProvider } from '../../testing/oidc-provider.ts';
import { createFailureLimiter } from '../../http/failure-limiter.ts';
import { createLog } from '../../operation/log.ts';
import { createAgentFinder, type AgentsConfig } from '../find-agent.ts';

/** A request as far as signing in is concerned. */
export const requestWith = (token: string): FastifyRequest =>
  ({ ip: '192.0.2.1', raw: { rawHeaders: ['Authorization', `Bearer ${token}`] } }) as FastifyRequest;

export type TestFinder = {
  /** The agent's id, or the code of the refusal. */
  find(token: string): Promise<string>;
  readonly findAgent: ReturnType<typeof createAgentFinder>;
  readonly clock: { now: number };
  log(): string;
};

/** A service that has just started, whose agents sign in at this provider. */
export function createTestFinder(provider: TestProvider, changes: Partial<AgentsConfig> = {}): TestFinder {
  const lines = new PassThrough().setEncoding('utf8');
  const clock = { now: Date.now() };
  const findAgent = createAgentFinder(
    {
      issuer: provider.issuer,
      audience: provider.audience,
      nameClaim: 'name',
      rule: { claim: 'visio.roles', values: ['agent'] },
      introspection: { of: 'opaque-tokens', ...provider.service },
      ...changes,
    },
    {
      fetch,
      clock: () => clock.now,
      log: createLog(lines),
      failureLimiter: createFailureLimiter(0, () => clock.now),
    },
  );
  let written = '';
  return {
    findAgent,
    clock,
    log: () => (written += (lines.read() as string | null) ?? ''),
    async find(token) {
      const found = await findAgent(requestWith(token));
      return found.ok ? found.value.id : found.error.code;
    },
  };
}
